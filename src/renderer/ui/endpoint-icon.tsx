import { Activity, FileText, FileUp, ImageDown, ListChecks, Send, type LucideIcon } from 'lucide-react';

/** The catalogue names its icons; only these come with the window. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  activity: Activity,
  'file-text': FileText,
  'file-up': FileUp,
  'image-down': ImageDown,
  'list-checks': ListChecks,
};

/** The icon that an endpoint's declaration names; decorative, the words stand beside it. */
export function EndpointIcon({ name, size = 16 }: { name: string; size?: number }) {
  const Icon = ICONS[name] ?? Send;
  return <Icon size={size} strokeWidth={1.6} aria-hidden />;
}

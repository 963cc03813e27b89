import { Activity, FileText, FileUp, ImageDown, ListChecks, Send, type LucideIcon } from 'lucide-react';

/** The catalogue names its icons; only these come with the window. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  activity: Activity,
  'file-text': FileText,
  'file-up': FileUp,
  'image-down': ImageDown,
  'list-checks': ListChecks,
};

export function EndpointIcon({ name }: { name: string }) {
  const Icon = ICONS[name] ?? Send;
  return <Icon size={16} strokeWidth={1.6} aria-hidden />;
}

import { Activity, FileText, FileUp, Image, ImageDown, ListChecks, type LucideIcon } from 'lucide-react';

const ICONS: Record<string, LucideIcon> = {
  activity: Activity,
  'file-text': FileText,
  'file-up': FileUp,
  'image-down': ImageDown,
  'list-checks': ListChecks,
};

/** The icon that an endpoint's declaration names; decorative, the words stand beside it. */
export function EndpointIcon({ name, size = 16 }: { name: string; size?: number }) {
  const Icon = ICONS[name] ?? Image;
  return <Icon size={size} strokeWidth={1.6} aria-hidden />;
}

import {
  Activity,
  Box,
  Boxes,
  ChartColumn,
  ChartLine,
  CircleUser,
  FileJson,
  FileText,
  FileUp,
  Image,
  ImageDown,
  ImageUp,
  KeyRound,
  KeySquare,
  LayoutGrid,
  Link,
  ListChecks,
  Play,
  Rocket,
  ScanSearch,
  Send,
  SquarePen,
  Timer,
  Trash2,
  WandSparkles,
  type LucideIcon,
} from 'lucide-react';

/** The catalogue names its icons; only these come with the window. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  activity: Activity,
  box: Box,
  boxes: Boxes,
  'chart-column': ChartColumn,
  'chart-line': ChartLine,
  'circle-user': CircleUser,
  'file-json': FileJson,
  'file-text': FileText,
  'file-up': FileUp,
  image: Image,
  'image-down': ImageDown,
  'image-up': ImageUp,
  'key-round': KeyRound,
  'key-square': KeySquare,
  'layout-grid': LayoutGrid,
  link: Link,
  'list-checks': ListChecks,
  play: Play,
  rocket: Rocket,
  'scan-search': ScanSearch,
  'square-pen': SquarePen,
  timer: Timer,
  'trash-2': Trash2,
  'wand-sparkles': WandSparkles,
};

/** The icon that an endpoint's declaration names; decorative, the words stand beside it. */
export function EndpointIcon({ name, size = 16 }: { name: string; size?: number }) {
  const Icon = ICONS[name] ?? Send;
  return <Icon size={size} strokeWidth={1.6} aria-hidden />;
}

import type { ExportSettings } from './export-settings';
import { pixelRect, pixelsOf, type JournalPlan } from './journal-layout';
import type { PanelFacts } from './panel-facts';

/** LZW writes at most 12 bits for a byte that it has not seen; deflate and the lossy codecs hardly pass the pixels. */
const WORST = { tiff: 1.5, png: 1.02, jpeg: 1, webp: 1 } as const;
const CHANNELS = { rgb: 3, grey: 1, cmyk: 4 } as const;
/** Colour profile and description beside the pixels. */
const BESIDE = 1_000_000;

/** Bytes that the file cannot pass, known before it is made; null for plots in a PDF, whose lines nobody has counted. */
export function mostBytes(
  plan: JournalPlan,
  panels: readonly PanelFacts[],
  { format, dpi, colour }: Pick<ExportSettings, 'format' | 'dpi' | 'colour'>,
): number | null {
  const channels = CHANNELS[colour];
  if (format !== 'pdf') {
    const pixels = pixelsOf(plan.widthMm, dpi) * pixelsOf(plan.heightMm, dpi);
    return Math.ceil(pixels * channels * WORST[format]) + BESIDE;
  }
  if (panels.some(({ vector }) => vector)) return null;
  const pixels = plan.cells.reduce((sum, { panel }, index) => {
    const { w, h } = pixelRect(panel, dpi);
    const own = panels[index];
    return sum + Math.min(w * h, own ? own.width * own.height : 0);
  }, 0);
  return Math.ceil(pixels * channels * WORST.png) + BESIDE;
}

import { AppError } from '../../../shared/app-error';
import { COLOURS_OF, type ExportSettings } from '../../../shared/export-settings';
import { effectiveDpi, MM_PER_INCH, pixelsOf, type JournalPlan } from '../../../shared/journal-layout';
import type { PanelFacts } from '../../../shared/panel-facts';
import { labelFonts, plotFonts } from '../composite/label-fonts';
import type { ExportedFile, JournalFigure } from '../figure-protocol';
import { LIMITS } from '../pixels/limits';
import type { PanelStore } from '../pixels/panel-store';
import { encodePage } from './encode';
import { paintJournal } from './paint';
import { factsOf, prepareJournal } from './prepare';

interface Surroundings {
  store: PanelStore;
  resourcesFolder: string;
  signal: AbortSignal | undefined;
}

/** A rounded edge may take a panel one pixel beyond what it has. */
const SLACK = 1;

/**
 * The figure as a file's bytes. Throws AppError figure_too_coarse where pixels would have to be invented and nobody
 * asked for it; PDF keeps the pixels that there are, so it never has to.
 */
export async function exportJournal(
  figure: JournalFigure,
  output: ExportSettings,
  { store, resourcesFolder, signal }: Surroundings,
): Promise<Omit<ExportedFile, 'bytes'> & { bytes: Uint8Array }> {
  const { format, colour, dpi } = output;
  if (!COLOURS_OF[format].includes(colour))
    throw new AppError('invalid_input', {
      issues: [{ field: 'colour', code: 'colour_not_in_format', params: { format, colour } }],
    });
  const prepared = await prepareJournal(figure.panels, figure, store);
  const { plan, headers } = prepared;
  const facts = headers.map(factsOf);
  const letters = await labelFonts(resourcesFolder, 'fallback');
  if (format === 'pdf') {
    const fonts = { letters, text: (bold: boolean) => plotFonts(resourcesFolder, bold) };
    const made = await journalPdf(figure, prepared, output, store, fonts, signal);
    return { ...made, plan, facts, pixels: null };
  }
  const size = { width: pixelsOf(plan.widthMm, dpi), height: pixelsOf(plan.heightMm, dpi) };
  if (size.width * size.height > LIMITS.pagePixels)
    throw new AppError('figure_too_large', { params: { ...size, limit: LIMITS.pagePixels } });
  if (!output.upsample) refuseEnlarging(plan, facts, dpi);
  const page = await paintJournal(figure.panels, figure, plan, store, letters, { dpi, ...(signal && { signal }) });
  signal?.throwIfAborted();
  const bytes = await encodePage(page, { ...output, format });
  return { bytes, plan, facts, pixels: { width: page.width, height: page.height }, rasterized: [] };
}

/** pdf-lib is large, and only needed here. */
const journalPdf = async (...[figure, prepared, output, store, fonts, signal]: PdfArguments) =>
  (await import('./pdf')).journalPdf(figure.panels, figure, prepared, output, store, fonts, signal);

type PdfArguments = [
  figure: JournalFigure,
  prepared: Awaited<ReturnType<typeof prepareJournal>>,
  output: ExportSettings,
  store: PanelStore,
  fonts: import('./pdf').JournalFonts,
  signal: AbortSignal | undefined,
];

function refuseEnlarging(plan: JournalPlan, facts: readonly PanelFacts[], dpi: number): void {
  let worst: { panel: number; own: number } | undefined;
  plan.cells.forEach(({ panel }, index) => {
    const own = facts[index];
    if (!own || own.vector || own.width + SLACK >= (panel.w / MM_PER_INCH) * dpi) return;
    const has = effectiveDpi(own, panel);
    if (!worst || has < worst.own) worst = { panel: index + 1, own: has };
  });
  if (!worst) return;
  const widthMm = Math.floor(plan.widthMm * (worst.own / dpi) * 10) / 10;
  throw new AppError('figure_too_coarse', {
    params: { panel: worst.panel, has: Math.floor(worst.own), dpi, widthMm },
  });
}

import {
  pixelRect,
  pixelsOf,
  MM_PER_INCH,
  MM_PER_POINT,
  type JournalPlan,
  type JournalSettings,
} from '../../../shared/journal-layout';
import { createPage, type Layer, type Mask, type Pixels } from '../../../shared/page';
import { inTurns } from '../in-turns';
import type { PanelStore } from '../pixels/panel-store';
import { labelMasks, layOutLabel, type LabelFonts } from '../text/label-text';

/** Letters are laid out at this size and scaled to their own: at 8 points whole pixels would show in their spacing. */
const LETTER_SIZE = 256;

type Letters = Pick<JournalSettings, 'letters'>;

export const pageSize = ({ widthMm, heightMm }: JournalPlan, dpi: number): { width: number; height: number } => ({
  width: Math.max(1, pixelsOf(widthMm, dpi)),
  height: Math.max(1, pixelsOf(heightMm, dpi)),
});

/** Paints the page at so many dots an inch. */
export async function paintJournal(
  panels: readonly string[],
  { letters }: Letters,
  plan: JournalPlan,
  store: PanelStore,
  fonts: LabelFonts,
  { dpi, signal }: { dpi: number; signal?: AbortSignal },
): Promise<Pixels> {
  const { width, height } = pageSize(plan, dpi);
  const page = createPage(width, height);
  // each as soon as it is there: at full resolution two of them are held, not all
  await inTurns(panels, async (path, index) => {
    const cell = plan.cells[index];
    if (!cell) return;
    const { x, y, w, h } = pixelRect(cell.panel, dpi);
    page.put(await store.fitted(path, { width: w, height: h }, signal ? { signal } : {}), x, y);
  });
  signal?.throwIfAborted();
  (await letterMasks(plan, letters, fonts, dpi)).forEach(page.ink);
  return page;
}

/** What the page is made of for a preview, from kept copies of the panels. */
export async function draftLayers(
  panels: readonly string[],
  { letters }: Letters,
  plan: JournalPlan,
  store: PanelStore,
  fonts: LabelFonts,
  { dpi, signal }: { dpi: number; signal?: AbortSignal },
): Promise<Layer[]> {
  const pictures = await inTurns(panels, async (path, index): Promise<Layer> => {
    const cell = plan.cells[index];
    if (!cell) return { picture: null, masks: [] };
    const { x, y, w, h } = pixelRect(cell.panel, dpi);
    const pixels = await store.fitted(path, { width: w, height: h }, { draft: true, ...(signal && { signal }) });
    return { picture: { pixels, x, y }, masks: [] };
  });
  signal?.throwIfAborted();
  return [...pictures, { picture: null, masks: await letterMasks(plan, letters, fonts, dpi) }];
}

/** Letters come last: in a print no panel may cover one. */
async function letterMasks(
  { cells }: JournalPlan,
  { points }: Pick<JournalSettings['letters'], 'points'>,
  fonts: LabelFonts,
  dpi: number,
): Promise<Mask[]> {
  const perMm = dpi / MM_PER_INCH;
  const scale = (points * MM_PER_POINT * perMm) / LETTER_SIZE;
  const masks: Mask[] = [];
  for (const { letter, anchor } of cells) {
    if (letter === '') continue;
    const text = await layOutLabel(letter, LETTER_SIZE, fonts);
    const x = anchor.x * perMm - (anchor.align === 'right' ? text.width * scale : 0);
    masks.push(...labelMasks(text, x, anchor.baseline * perMm, scale));
  }
  return masks;
}

import { pixelRect, pixelsOf, MM_PER_POINT, type JournalSettings } from '../../../shared/journal-layout';
import { inTurns } from '../in-turns';
import { createPage, type Page } from '../pixels/page';
import type { PanelStore } from '../pixels/panel-store';
import { labelMasks, layOutLabel, type LabelFonts } from '../text/label-text';
import type { PreparedJournal } from './prepare';

export interface JournalPaintOptions {
  dpi: number;
  /** From kept copies, for previews. */
  draft?: boolean;
  signal?: AbortSignal;
}

/** Letters are laid out at this size and scaled to their own: at 8 points whole pixels would show in their spacing. */
const LETTER_SIZE = 256;

/** Paints the page at so many dots an inch. */
export async function paintJournal(
  panels: readonly string[],
  settings: Pick<JournalSettings, 'letters'>,
  { plan }: PreparedJournal,
  store: PanelStore,
  fonts: LabelFonts,
  { dpi, draft = false, signal }: JournalPaintOptions,
): Promise<Page> {
  const rects = plan.cells.map(({ panel }) => pixelRect(panel, dpi));
  const page = createPage(Math.max(1, pixelsOf(plan.widthMm, dpi)), Math.max(1, pixelsOf(plan.heightMm, dpi)));
  await inTurns(panels, async (path, index) => {
    const rect = rects[index];
    if (!rect) return;
    const size = { width: rect.w, height: rect.h };
    page.put(await store.fitted(path, size, { draft, ...(signal && { signal }) }), rect.x, rect.y);
  });
  signal?.throwIfAborted();
  // letters last: in a print no panel may cover one
  const scale = ((settings.letters.points * MM_PER_POINT) / 25.4) * (dpi / LETTER_SIZE);
  for (const { letter, anchor } of plan.cells) {
    if (letter === '') continue;
    const text = await layOutLabel(letter, LETTER_SIZE, fonts);
    const x = (anchor.x / 25.4) * dpi - (anchor.align === 'right' ? text.width * scale : 0);
    for (const mask of labelMasks(text, x, (anchor.baseline / 25.4) * dpi, scale)) page.ink(mask);
  }
  return page;
}

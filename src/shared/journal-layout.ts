import { z } from 'zod';
import { defaultLabels, gridFor, type CompositeRefusal, type Size } from './composite-layout';

/** A figure for print: everything in millimetres, letters in points. Pure arithmetic. */

export const MM_PER_INCH = 25.4;
export const MM_PER_POINT = MM_PER_INCH / 72;

export const letterStyleSchema = z.enum(['a', 'A', '(a)', '(A)', '1', 'none', 'own']);
export type LetterStyle = z.infer<typeof letterStyleSchema>;

export const lettersSchema = z.strictObject({
  style: letterStyleSchema,
  /** With style `own`, one for each panel. */
  own: z.array(z.string().max(500)).default([]),
  corner: z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']),
  /** `over` the panel's corner, or on a `strip` of its own above or below it. */
  place: z.enum(['over', 'strip']),
  points: z.number().min(1).max(72),
});
export type Letters = z.infer<typeof lettersSchema>;

export const journalSettingsSchema = z.strictObject({
  widthMm: z.number().min(10).max(1000),
  layout: z.string().max(20),
  /** `heights`: the panels of a row are equally high and fill its width; `widths`: all columns are equally wide. */
  fit: z.enum(['heights', 'widths']),
  gapMm: z.number().min(0).max(100),
  letters: lettersSchema,
});
export type JournalSettings = z.infer<typeof journalSettingsSchema>;

export const JOURNAL_DEFAULTS: JournalSettings = {
  widthMm: 89,
  layout: 'auto',
  fit: 'heights',
  gapMm: 3,
  letters: { style: 'a', own: [], corner: 'top-left', place: 'over', points: 8 },
};

/** In mm from the page's upper left corner. */
export interface MmRect {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface JournalCell {
  panel: MmRect;
  letter: string;
  /** The letter's left or right end, and the line that it stands on. */
  anchor: { x: number; baseline: number; align: 'left' | 'right' };
}

export interface JournalPlan {
  widthMm: number;
  heightMm: number;
  rows: number;
  cols: number;
  cells: JournalCell[];
}

/** Capital letters reach so high, as a share of the size; a strip leaves a quarter of the size below them. */
const CAP_HEIGHT = 0.73;
const STRIP = 1.3;

export function lettersFor(panels: number, { style, own }: Pick<Letters, 'style' | 'own'>): string[] {
  const roman = defaultLabels(panels).map((label) => label.replace(/[()]/g, ''));
  switch (style) {
    case 'a':
      return roman;
    case 'A':
      return roman.map((letter) => letter.toUpperCase());
    case '(a)':
      return roman.map((letter) => letter && `(${letter})`);
    case '(A)':
      return roman.map((letter) => letter && `(${letter.toUpperCase()})`);
    case '1':
      return roman.map((_, index) => String(index + 1));
    case 'none':
      return roman.map(() => '');
    case 'own':
      return roman.map((_, index) => own[index] ?? '');
  }
}

/** One panel is a figure too; otherwise the layout is read as the server reads it. */
export function journalRefusal(
  panels: number,
  { layout, letters }: Pick<JournalSettings, 'layout' | 'letters'>,
): CompositeRefusal | undefined {
  if (panels < 1) return { code: 'too_few_sources', params: { panels, least: 1 } };
  const grid = gridFor(layout, panels);
  if ('code' in grid) return grid;
  if (letters.style === 'own' && letters.own.length !== panels)
    return { code: 'label_count', params: { labels: letters.own.length, panels } };
  return undefined;
}

/** Places the panels. Throws a RangeError for what journalRefusal refuses, and where gaps leave no width: ask first. */
export function planJournal(panels: readonly Size[], settings: JournalSettings): JournalPlan {
  const grid = gridFor(settings.layout, panels.length);
  if ('code' in grid || panels.length === 0) throw new RangeError('no such figure');
  const { widthMm, gapMm, fit, letters } = settings;
  const { cols } = grid;
  const texts = lettersFor(panels.length, letters);
  const onStrip = letters.place === 'strip' && texts.some((text) => text !== '');
  const strip = onStrip ? letters.points * STRIP * MM_PER_POINT : 0;
  const atTop = letters.corner.startsWith('top');
  const columnWidth = (widthMm - gapMm * (cols - 1)) / cols;
  if (columnWidth <= 0) throw new RangeError('no width left');

  const rows: Size[][] = [];
  for (let start = 0; start < panels.length; start += cols) rows.push(panels.slice(start, start + cols));
  const aspect = ({ width, height }: Size) => width / height;
  const filled = rows.map(
    (row) => (widthMm - gapMm * (row.length - 1)) / row.reduce((sum, panel) => sum + aspect(panel), 0),
  );
  // a last row with fewer panels is not blown up to fill the width
  const full = filled.filter((_, index) => rows[index]?.length === cols);
  // where no row is full, the missing panels count as if they looked like those that are there
  const typical = panels.reduce((sum, panel) => sum + aspect(panel), 0) / panels.length;
  const most = full.length > 0 ? Math.max(...full) : columnWidth / typical;

  const cells: JournalCell[] = [];
  let y = 0;
  rows.forEach((row, rowIndex) => {
    const height = Math.min(filled[rowIndex] ?? most, row.length < cols ? most : Infinity);
    const sizes = row.map((panel) =>
      fit === 'heights' ? { w: height * aspect(panel), h: height } : { w: columnWidth, h: columnWidth / aspect(panel) },
    );
    const rowHeight = Math.max(...sizes.map(({ h }) => h));
    let x = 0;
    sizes.forEach(({ w, h }, column) => {
      const left = fit === 'heights' ? x : column * (columnWidth + gapMm);
      const panel = { x: left, y: y + (atTop ? strip : 0), w, h };
      const index = rowIndex * cols + column;
      cells.push({ panel, letter: texts[index] ?? '', anchor: anchorOf(panel, rowHeight, letters, onStrip) });
      x += w + gapMm;
    });
    y += rowHeight + strip + gapMm;
  });
  return { widthMm, heightMm: y - gapMm, rows: rows.length, cols, cells };
}

function anchorOf(panel: MmRect, rowHeight: number, { corner, points }: Letters, onStrip: boolean) {
  const size = points * MM_PER_POINT;
  const cap = size * CAP_HEIGHT;
  const align = corner.endsWith('left') ? ('left' as const) : ('right' as const);
  const x = align === 'left' ? panel.x : panel.x + panel.w;
  if (corner.startsWith('top')) return { x, align, baseline: onStrip ? panel.y - size * 0.3 : panel.y + cap };
  return { x, align, baseline: onStrip ? panel.y + rowHeight + size * 0.3 + cap : panel.y + panel.h };
}

export const pixelsOf = (mm: number, dpi: number): number => Math.round((mm / MM_PER_INCH) * dpi);

/** A rectangle in pixels: edges are rounded, so that neighbours stay neighbours. */
export function pixelRect({ x, y, w, h }: MmRect, dpi: number): MmRect {
  const left = pixelsOf(x, dpi);
  const top = pixelsOf(y, dpi);
  return {
    x: left,
    y: top,
    w: Math.max(1, pixelsOf(x + w, dpi) - left),
    h: Math.max(1, pixelsOf(y + h, dpi) - top),
  };
}

/** Pixels that a panel really has for each inch that it gets. */
export function effectiveDpi({ width, height }: Size, { w, h }: MmRect): number {
  return Math.min(width / (w / MM_PER_INCH), height / (h / MM_PER_INCH));
}

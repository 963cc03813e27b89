/**
 * How PaperBanana's composite step arranges panels: pure arithmetic, the server's to the pixel. Text is measured by
 * whoever draws it, so a label's pen is a function of its width.
 */

export type LabelPosition = 'top' | 'bottom';

export interface CompositeSettings {
  /** `auto` or `RxC`, in either case. */
  layout: string;
  /** null: (a) to (z), and none from the 27th panel on. */
  labels: readonly string[] | null;
  spacing: number;
  labelPosition: LabelPosition;
  labelFontSize: number;
}

/** What the server takes where a request leaves a field out. */
export const COMPOSITE_DEFAULTS: CompositeSettings = {
  layout: 'auto',
  labels: null,
  spacing: 20,
  labelPosition: 'bottom',
  labelFontSize: 32,
};

/** The API takes no fewer. */
export const MIN_SOURCES = 2;
/** Panels are scaled down to this height where all of them are higher. */
const MAX_PANEL_HEIGHT = 1200;
const LABEL_PADDING = 8;
const LABEL_GAP = 2;
/** Height of DejaVu Sans Bold above the baseline, in its 2048ths of the size. */
const ASCENT = 1901 / 2048;

export interface Size {
  width: number;
  height: number;
}

export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Grid {
  rows: number;
  cols: number;
}

export type CompositeRefusalCode =
  | 'too_few_sources'
  | 'layout_format'
  | 'layout_not_integer'
  | 'layout_not_positive'
  | 'layout_too_small'
  | 'label_count';

/** Why the server would say no. `params` are for the words. */
export interface CompositeRefusal {
  code: CompositeRefusalCode;
  params: Record<string, string | number>;
}

export function autoGrid(panels: number): Grid {
  if (panels <= 3) return { rows: 1, cols: Math.max(1, panels) };
  if (panels === 4) return { rows: 2, cols: 2 };
  if (panels <= 6) return { rows: 2, cols: 3 };
  if (panels <= 9) return { rows: 3, cols: 3 };
  return { rows: Math.ceil(panels / 4), cols: 4 };
}

/** The server reads a number as Python's int() does: blanks around it, a sign and single underscores are fine. */
function readInteger(text: string): number | undefined {
  return /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(text) ? Number(text.replaceAll('_', '')) : undefined;
}

/** The grid that a layout names, `auto`, or what is wrong with the text itself. */
export function readLayout(layout: string): Grid | 'auto' | CompositeRefusal {
  const text = layout.toLowerCase();
  if (text === 'auto') return 'auto';
  const parts = text.split('x');
  if (parts.length !== 2) return { code: 'layout_format', params: { layout } };
  const [rows, cols] = parts.map(readInteger);
  if (rows === undefined || cols === undefined) return { code: 'layout_not_integer', params: { layout } };
  if (rows < 1 || cols < 1) return { code: 'layout_not_positive', params: { layout } };
  return { rows, cols };
}

/** The grid for so many panels, or why there is none. */
export function gridFor(layout: string, panels: number): Grid | CompositeRefusal {
  const read = readLayout(layout);
  if (read === 'auto') return autoGrid(panels);
  if ('code' in read) return read;
  const cells = read.rows * read.cols;
  return cells >= panels ? read : { code: 'layout_too_small', params: { layout, cells, panels } };
}

/** The first thing that the server would refuse, in its order of checks; undefined where it would take the request. */
export function compositeRefusal(
  panels: number,
  { layout, labels }: Pick<CompositeSettings, 'layout' | 'labels'>,
): CompositeRefusal | undefined {
  if (panels < MIN_SOURCES) return { code: 'too_few_sources', params: { panels, least: MIN_SOURCES } };
  const grid = gridFor(layout, panels);
  if ('code' in grid) return grid;
  if (labels && labels.length !== panels) return { code: 'label_count', params: { labels: labels.length, panels } };
  return undefined;
}

/** (a) to (z); beyond them a panel has no label. */
export function defaultLabels(panels: number): string[] {
  return Array.from({ length: panels }, (_, index) => (index < 26 ? `(${String.fromCharCode(97 + index)})` : ''));
}

/** Python's round(): halves go to the even neighbour. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

export interface CompositeCell {
  panel: Rect;
  label: string;
  /** Left edge and width of the cell's column. */
  column: { x: number; width: number };
  /** Top of the text box, and the line that letters stand on. */
  textTop: number;
  baseline: number;
}

export interface CompositePlan extends Size, Grid {
  panelHeight: number;
  labelHeight: number;
  /** In the order of the panels, which is the order of painting. */
  cells: CompositeCell[];
}

/** The height that all panels get. Nothing is ever enlarged. */
function commonHeight(panels: readonly Size[]): number {
  return panels.reduce((least, { height }) => Math.min(least, height), MAX_PANEL_HEIGHT);
}

export function scaledWidth({ width, height }: Size, target: number): number {
  return height === target ? width : Math.max(1, roundHalfEven(width * (target / height)));
}

/** Places the panels. Throws a RangeError for what compositeRefusal refuses: ask it first. */
export function planComposite(panels: readonly Size[], settings: CompositeSettings): CompositePlan {
  const refusal = compositeRefusal(panels.length, settings);
  const grid = gridFor(settings.layout, panels.length);
  if (refusal || 'code' in grid) throw new RangeError(`no such composite: ${refusal?.code ?? ''}`);
  const { rows, cols } = grid;
  const { spacing, labelPosition, labelFontSize } = settings;
  const labels = settings.labels ?? defaultLabels(panels.length);
  const panelHeight = commonHeight(panels);
  const labelHeight = labelFontSize + LABEL_PADDING;
  const cellHeight = panelHeight + labelHeight;
  const widths = panels.map((panel) => scaledWidth(panel, panelHeight));

  // columns without a panel are 0 wide, but cost their spacing; only those with one need an entry
  const columns: { x: number; width: number }[] = [];
  let x = spacing;
  for (let column = 0; column < Math.min(cols, panels.length); column += 1) {
    const width = widths.filter((_, index) => index % cols === column).reduce((most, own) => Math.max(most, own), 0);
    columns.push({ x, width });
    x += width + spacing;
  }

  const cells = widths.map((w, index): CompositeCell => {
    const column = columns[index % cols] ?? { x: spacing, width: w };
    const top = spacing + Math.floor(index / cols) * (cellHeight + spacing);
    const panelTop = labelPosition === 'top' ? top + labelHeight : top;
    const textTop = (labelPosition === 'top' ? top : panelTop + panelHeight) + LABEL_GAP;
    return {
      panel: { x: column.x + Math.floor((column.width - w) / 2), y: panelTop, w, h: panelHeight },
      label: labels[index] ?? '',
      column,
      textTop,
      baseline: textTop + Math.ceil(ASCENT * labelFontSize),
    };
  });
  return {
    width: columns.reduce((sum, { width }) => sum + width, 0) + spacing * (cols + 1),
    height: cellHeight * rows + spacing * (rows + 1),
    ...{ rows, cols, panelHeight, labelHeight, cells },
  };
}

/** Where a label's pen starts: left of its column's middle by half its width, which may be outside the column. */
export function labelPen({ column }: CompositeCell, textWidth: number): number {
  return column.x + Math.floor((column.width - textWidth) / 2);
}

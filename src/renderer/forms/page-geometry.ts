/** The frame that a page is drawn into, in px, in the grid and in the strip of a narrow window. */
const FRAMES = { grid: { width: 56, height: 72 }, strip: { width: 46, height: 60 } } as const;
/** Room beside and below the frame: ring, number, gap. */
const BESIDE = { grid: 10, strip: 4 } as const;
/** The least room beside the frame: where closer pages save one of the rows that can be seen. */
const CLOSE = 4;
/** Rows that the pane shows without scrolling. */
const SHOWN = 2;
const BELOW = 29;
/** Rows or, in the strip, screens that are kept drawn before and after the visible part. */
const OVERSCAN = 2;

export type PageSize = readonly [width: number, height: number];

export interface PageGeometry {
  strip: boolean;
  columns: number;
  cell: { width: number; height: number };
  frame: { width: number; height: number };
  sheet: { width: number; height: number };
}

export const ratioOf = ([width, height]: PageSize): number => (width > 0 && height > 0 ? width / height : 56 / 72);

/**
 * Where the pages lie in a pane of a given inner width (px): as many columns as fit, or all pages in one strip.
 * Rows are as high as the tallest page needs: slides leave most of a frame empty.
 */
export function pageGeometry(sizes: readonly PageSize[], paneWidth: number, strip: boolean): PageGeometry {
  const kind = strip ? 'strip' : 'grid';
  const { width, height } = FRAMES[kind];
  const tallest = sizes.reduce((most, size) => Math.max(most, width / ratioOf(size)), 20);
  const frame = { width, height: Math.min(height, tallest) };
  const least = width + BESIDE[kind];
  const loose = Math.max(1, Math.floor(paneWidth / least));
  const close = Math.max(1, Math.floor(paneWidth / (width + CLOSE)));
  const rowsOf = (columns: number): number => Math.ceil(sizes.length / columns);
  const closer = rowsOf(close) < rowsOf(loose) && rowsOf(close) <= SHOWN;
  const columns = strip ? sizes.length : closer ? close : loose;
  const needed = closer && !strip ? width + CLOSE : least;
  const cell = { width: Math.min(2 * least, Math.max(needed, paneWidth / columns)), height: frame.height + BELOW };
  const rows = rowsOf(columns);
  return { strip, columns, cell, frame, sheet: { width: columns * cell.width, height: rows * cell.height } };
}

/** Left upper corner of a page's cell in the sheet. */
export function placeOf(geometry: PageGeometry, page: number): { left: number; top: number } {
  const { columns, cell } = geometry;
  return { left: ((page - 1) % columns) * cell.width, top: Math.floor((page - 1) / columns) * cell.height };
}

/** Pages to draw (1-based, both included) while the pane shows `length` px of the sheet from `offset` on. */
export function drawnPages(
  geometry: PageGeometry,
  pageCount: number,
  offset: number,
  length: number,
): [number, number] {
  const { strip, columns, cell } = geometry;
  const step = strip ? cell.width : cell.height;
  const more = strip ? Math.ceil(length / step) : OVERSCAN;
  const first = Math.floor(offset / step) - more;
  const last = Math.ceil((offset + length) / step) + more;
  const perStep = strip ? 1 : columns;
  return [Math.max(1, first * perStep + 1), Math.min(pageCount, last * perStep)];
}

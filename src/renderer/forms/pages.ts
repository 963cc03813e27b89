import { formatPageRanges, parsePageRanges } from '../../shared/page-ranges';

/** What a page field's text ticks, or undefined while it cannot be read. No tick means that all pages are read. */
export function tickedPages(text: string, pageCount?: number): ReadonlySet<number> | undefined {
  const ranges = parsePageRanges(text, pageCount);
  return ranges.ok ? new Set(ranges.pages) : undefined;
}

/**
 * True for a list that is right so far and waits for its next figure: `1,` and `1,3-` are no mistakes before the
 * field is left, `1,x` is.
 */
export function stillWriting(text: string): boolean {
  const waiting = /(?:[,，、]|\d\s*[-–])\s*$/.exec(text);
  return waiting !== null && parsePageRanges(text.slice(0, waiting.index + 1).replace(/[,，、]$/, '')).ok;
}

/** The page field's text after ticking or clearing the pages `from` to `to` (1-based, either way round). */
export function tickPages(ticked: ReadonlySet<number>, from: number, to: number, on: boolean): string {
  const pages = new Set(ticked);
  for (let page = Math.min(from, to); page <= Math.max(from, to); page += 1) {
    if (on) pages.add(page);
    else pages.delete(page);
  }
  return formatPageRanges(pages);
}

/** The text that ticks every page. */
export function allPages(pageCount: number): string {
  return pageCount === 1 ? '1' : `1-${pageCount}`;
}

/**
 * The page that an arrow key leads to in a grid of `columns`, or undefined where the key does not move. Stays
 * inside 1…pageCount; up and down keep the column.
 */
export function pageByKey(key: string, page: number, pageCount: number, columns: number): number | undefined {
  const inside = (next: number): number => (next < 1 || next > pageCount ? page : next);
  switch (key) {
    case 'ArrowLeft':
      return inside(page - 1);
    case 'ArrowRight':
      return inside(page + 1);
    case 'ArrowUp':
      return inside(page - columns);
    case 'ArrowDown':
      return inside(page + columns);
    case 'Home':
      return 1;
    case 'End':
      return pageCount;
    default:
      return undefined;
  }
}

import type { Day } from '../ui/time-text';

export type GridRow<T> =
  | { kind: 'day'; day: number; count: number }
  /** `first`: index of the row's first item among all items. */
  | { kind: 'tiles'; items: readonly T[]; first: number };

export const GAP = 14;

/** As many columns of at least `size` px as go beside each other in `width` px; never none. */
export function columnCount(width: number, size: number): number {
  return Math.max(1, Math.floor((width + GAP) / (size + GAP)));
}

/** Days become a heading and rows of `columns` tiles each. */
export function gridRows<T>(days: readonly Day<T>[], columns: number): GridRow<T>[] {
  const rows: GridRow<T>[] = [];
  let first = 0;
  for (const { day, items } of days) {
    rows.push({ kind: 'day', day, count: items.length });
    for (let start = 0; start < items.length; start += columns) {
      const slice = items.slice(start, start + columns);
      rows.push({ kind: 'tiles', items: slice, first });
      first += slice.length;
    }
  }
  return rows;
}

/**
 * The item an arrow key leads to, or undefined for other keys. Up and down keep the column, and take the last
 * tile of a shorter row; at the edges the item stays.
 */
export function moveInGrid<T>(rows: readonly GridRow<T>[], from: number, key: string): number | undefined {
  const tiles = rows.flatMap((row) => (row.kind === 'tiles' ? [row] : []));
  const at = tiles.findIndex(({ first, items }) => from >= first && from < first + items.length);
  const row = tiles[at];
  const last = tiles.at(-1);
  if (!row || !last) return undefined;
  const most = last.first + last.items.length - 1;
  const inRow = (target: (typeof tiles)[number] | undefined): number =>
    target ? target.first + Math.min(from - row.first, target.items.length - 1) : from;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, from - 1);
    case 'ArrowRight':
      return Math.min(most, from + 1);
    case 'ArrowUp':
      return inRow(tiles[at - 1]);
    case 'ArrowDown':
      return inRow(tiles[at + 1]);
    case 'Home':
      return 0;
    case 'End':
      return most;
    default:
      return undefined;
  }
}

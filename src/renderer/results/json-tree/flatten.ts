import { childCount, childPath, childrenOf, isContainer } from './paths';

export interface TreeRow {
  /** Empty for the value as a whole. */
  path: string;
  key: string | number | null;
  value: unknown;
  /** 1 for the outermost. */
  level: number;
  /** Position among its siblings, counted from 1, and how many these are. */
  position: number;
  siblings: number;
  /** Undefined for what has nothing to unfold. */
  open: boolean | undefined;
}

/** Paths that are unfolded. */
export type OpenPaths = ReadonlySet<string>;

/** Texts longer than this are shortened, and unfold like a list. */
export const LONG_TEXT = 160;

const unfolds = (value: unknown): boolean =>
  isContainer(value) ? childCount(value) > 0 : typeof value === 'string' && value.length > LONG_TEXT;

/** The rows that are in sight: children of what is unfolded, in their order. Folded parts cost nothing. */
export function flattenTree(value: unknown, open: OpenPaths): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (row: TreeRow): void => {
    // set in place: a list of a hundred thousand is walked at every press
    if (unfolds(row.value)) row.open = open.has(row.path);
    rows.push(row);
    if (row.open === true && isContainer(row.value)) addChildren(row.value, row.path, row.level + 1);
  };
  const addChildren = (container: object, path: string, level: number): void => {
    const children = childrenOf(container as Record<string, unknown>);
    for (const [index, [key, child]] of children.entries())
      add({
        path: childPath(path, key),
        key,
        value: child,
        level,
        position: index + 1,
        siblings: children.length,
        open: undefined,
      });
  };
  if (isContainer(value) && childCount(value) > 0) addChildren(value, '', 1);
  else add({ path: '', key: null, value, level: 1, position: 1, siblings: 1, open: undefined });
  return rows;
}

/**
 * What is unfolded when `most` rows may be in sight: the outer before the inner, so that a small answer lies open
 * and of a large one the outline is seen. Long texts stay folded.
 */
export function openUpTo(value: unknown, most: number): Set<string> {
  const open = new Set<string>();
  if (!isContainer(value)) return open;
  let rows = childCount(value);
  let ring: [string, object][] = [['', value]];
  while (ring.length > 0) {
    const next: [string, object][] = [];
    for (const [path, container] of ring) {
      // a list of thousands is not walked only to find that none of it fits
      if (rows > most) return open;
      for (const [key, child] of childrenOf(container as Record<string, unknown>)) {
        if (!isContainer(child)) continue;
        const count = childCount(child);
        if (count === 0 || rows + count > most) continue;
        const at = childPath(path, key);
        open.add(at);
        rows += count;
        next.push([at, child]);
      }
    }
    ring = next;
  }
  return open;
}

/** Where the arrow keys lead, as trees do it everywhere; undefined for other keys. */
export type TreeMove = { to: number } | { toggle: string } | undefined;

export function moveInTree(rows: readonly TreeRow[], at: number, key: string): TreeMove {
  const row = rows[at];
  if (!row) return undefined;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(rows.length - 1, at + 1) };
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: rows.length - 1 };
    case 'ArrowRight':
      if (row.open === false) return { toggle: row.path };
      return { to: row.open && isContainer(row.value) ? at + 1 : at };
    case 'ArrowLeft': {
      if (row.open === true) return { toggle: row.path };
      for (let above = at - 1; above >= 0; above -= 1) if ((rows[above]?.level ?? 0) < row.level) return { to: above };
      return { to: at };
    }
    case 'Enter':
    case ' ':
      return row.open === undefined ? { to: at } : { toggle: row.path };
    default:
      return undefined;
  }
}

import { base64Of } from './blob';
import { childPath, childrenOf, isContainer } from './paths';

export interface TreeHit {
  path: string;
  /** What has to be unfolded for it to be in sight, outermost first. */
  parents: readonly string[];
}

/** More are of no use to anybody who looks for something. */
const MOST = 1000;
/** Values looked at between two breaths. */
const SLICE = 2000;

function says(key: string | number | null, value: unknown, wanted: string): boolean {
  if (typeof key === 'string' && key.toLowerCase().includes(wanted)) return true;
  if (typeof value === 'string') return base64Of(value) === undefined && value.toLowerCase().includes(wanted);
  return !isContainer(value) && String(value).includes(wanted);
}

/**
 * Finds a text in keys and values (not inside of base64), without regard to case. A generator, so that ten megabytes
 * are searched between two frames rather than instead of them: it yields often, and its last word are the hits.
 */
export function* searchTree(value: unknown, query: string, most = MOST): Generator<void, TreeHit[]> {
  const wanted = query.trim().toLowerCase();
  const hits: TreeHit[] = [];
  if (wanted === '') return hits;
  let looked = 0;
  function* visit(
    key: string | number | null,
    item: unknown,
    path: string,
    parents: readonly string[],
  ): Generator<void> {
    looked += 1;
    if (looked % SLICE === 0) yield;
    if (hits.length >= most) return;
    if (says(key, item, wanted)) hits.push({ path, parents });
    if (!isContainer(item)) return;
    const inside = path === '' ? parents : [...parents, path];
    for (const [childKey, child] of childrenOf(item)) {
      if (hits.length >= most) return;
      yield* visit(childKey, child, childPath(path, childKey), inside);
    }
  }
  yield* visit(null, value, '', []);
  return hits;
}

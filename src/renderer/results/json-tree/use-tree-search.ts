import { useEffect, useState } from 'react';
import { searchTree, type TreeHit } from './search';

/** What a frame can spare. */
const SLICE_MS = 8;
/** Between the last key and the search: words are typed letter by letter. */
const QUIET_MS = 120;

export interface TreeSearch {
  hits: readonly TreeHit[];
  searching: boolean;
}

const NOTHING: TreeSearch = { hits: [], searching: false };

/** Searches in slices between frames, so that typing never waits for ten megabytes. */
export function useTreeSearch(value: unknown, query: string): TreeSearch {
  const [found, setFound] = useState<TreeSearch & { query: string }>({ ...NOTHING, query: '' });
  useEffect(() => {
    if (query.trim() === '') return undefined;
    const search = searchTree(value, query);
    let timer = 0;
    const step = (): void => {
      const until = performance.now() + SLICE_MS;
      let next = search.next();
      while (!next.done && performance.now() < until) next = search.next();
      if (next.done) setFound({ hits: next.value, searching: false, query });
      else timer = window.setTimeout(step, 0);
    };
    timer = window.setTimeout(step, QUIET_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [value, query]);
  if (query.trim() === '') return NOTHING;
  return found.query === query ? found : { hits: found.hits, searching: true };
}

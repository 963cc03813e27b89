import type { Clock } from '../../shared/clock';

export interface Batch<In, Out> {
  /** Resolves with what became of the item once it is written, together with its neighbours. */
  add(item: In): Promise<Out>;
  /** Writes what waits, now. */
  flush(): void;
}

/** How long an item waits for company, in ms: a write to the disk costs about 1 ms, however many it carries. */
const WAIT_MS = 10;
/** More would hold the event loop for too long at one go. */
const MOST = 64;

/** Writes items in small groups, for one write to the disk a group. No timer runs while nothing waits. */
export function createBatch<In, Out>(deps: {
  clock: Clock;
  write(items: readonly In[]): readonly Out[];
}): Batch<In, Out> {
  interface Waiting {
    item: In;
    resolve(out: Out): void;
    reject(error: unknown): void;
  }
  let waiting: Waiting[] = [];
  let cancel: (() => void) | undefined;

  function flush(): void {
    cancel?.();
    cancel = undefined;
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      const written = deps.write(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(written[index] as Out);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (waiting.length >= MOST) flush();
        else cancel ??= deps.clock.after(WAIT_MS, flush);
      }),
    flush,
  };
}

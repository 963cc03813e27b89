import type { Clock } from '../shared/clock';

/** ms without a request after which the page has what it began with; its scripts come in one burst. */
const QUIET = 25;
/** ms after which nobody waits any longer: a page that asks for nothing is in trouble of its own. */
const LIMIT = 4000;

export interface FirstLoad {
  /** The page got a script, or was painted: it has begun. */
  progress(): void;
  /** Resolves when the page has the scripts it began with, or has not asked for any. */
  over: Promise<void>;
}

/**
 * Knows when the page has its files. They are served by this process: what it loads at the same moment, the page
 * waits for (a third of the time to a usable form, when it was measured).
 */
export function createFirstLoad(clock: Clock): FirstLoad {
  let finish = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let cancel = clock.after(LIMIT, finish);
  return {
    progress() {
      cancel();
      cancel = clock.after(QUIET, finish);
    },
    over,
  };
}

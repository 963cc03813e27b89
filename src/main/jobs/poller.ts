import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';

export interface PollerDeps {
  clock: Clock;
  log: Log;
  /** All watched jobs with the time (ms since epoch) of their next question, soonest first. */
  schedule(): readonly { id: string; at: number }[];
  /** Makes all of them due. */
  allDue(): void;
  look(id: string): Promise<void>;
}

export interface Poller {
  /** To be called whenever the schedule has changed; begins the watch when called for the first time. */
  arm(): void;
  /** The computer has slept, or its clock was set: asks about everything at once. */
  wake(): void;
  stop(): void;
}

const MOST_AT_ONCE = 4;
/** Timers stand still while the computer sleeps; no nap of the timer is longer than this, so that it finds out. */
const LONGEST_NAP_MS = 30_000;
/** The clock has jumped where a nap was off by more. */
const JUMP_MS = 10_000;
/** A look that broke off without moving its job (the disk gave out) is not repeated in a tight loop. */
const BROKEN_LOOK_PAUSE_MS = 60_000;

/** One scheduler for all jobs: a single timer for the next one that is due, none where nothing is watched. */
export function createPoller({ clock, log, schedule, allDue, look }: PollerDeps): Poller {
  const inFlight = new Set<string>();
  const notBefore = new Map<string, number>();
  let cancelTimer: (() => void) | undefined;
  let stopped = false;

  function nap(ms: number): void {
    const started = clock.now();
    cancelTimer = clock.after(ms, () => {
      cancelTimer = undefined;
      const drift = clock.now() - (started + ms);
      if (Math.abs(drift) > JUMP_MS) wake();
      else arm();
    });
  }

  async function ask(id: string): Promise<void> {
    inFlight.add(id);
    notBefore.delete(id);
    try {
      await look(id);
    } catch (error) {
      if (stopped) return;
      log.error('a look at a job broke off', { job: id, reason: String(error) });
      notBefore.set(id, clock.now() + BROKEN_LOOK_PAUSE_MS);
    } finally {
      inFlight.delete(id);
      arm();
    }
  }

  function askDue(): void {
    const now = clock.now();
    let next = Infinity;
    for (const { id, at } of schedule()) {
      if (inFlight.has(id)) continue;
      // with all hands full the next answer arms again
      if (inFlight.size >= MOST_AT_ONCE) return;
      const due = Math.max(at, notBefore.get(id) ?? -Infinity);
      if (due <= now) void ask(id);
      else next = Math.min(next, due);
    }
    if (next < Infinity) nap(Math.min(next - now, LONGEST_NAP_MS));
  }

  /** The schedule lies in the database: where it gives no answer, it is asked again later. */
  function attempt(work: () => void): void {
    cancelTimer?.();
    cancelTimer = undefined;
    if (stopped) return;
    try {
      work();
    } catch (error) {
      log.error('the schedule cannot be read', { reason: String(error) });
      nap(BROKEN_LOOK_PAUSE_MS);
    }
  }

  function arm(): void {
    attempt(askDue);
  }

  function wake(): void {
    attempt(() => {
      notBefore.clear();
      allDue();
      askDue();
    });
  }

  return {
    arm,
    wake,
    stop() {
      stopped = true;
      cancelTimer?.();
    },
  };
}

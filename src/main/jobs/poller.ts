import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';

export interface PollerDeps {
  clock: Clock;
  log: Log;
  /**
   * All watched jobs with the time (ms since epoch) of their next question, soonest first. Jobs of one `lane` (a server,
   * and what is asked of it) share the hands for it.
   */
  schedule(): readonly { id: string; at: number; lane: string }[];
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

/**
 * Questions under way at the same time, for each lane: a server that hangs holds up its own jobs and nobody else's. A
 * browser's network allows six connections to a server, so two are left for what the user sends or downloads there.
 */
const MOST_AT_ONCE = 4;
/** Timers stand still while the computer sleeps; no nap of the timer is longer than this, so that it finds out. */
const LONGEST_NAP_MS = 30_000;
/** The clock has jumped where a nap was off by more. */
const JUMP_MS = 10_000;
/** A look that broke off without moving its job (the disk gave out) is not repeated in a tight loop. */
const BROKEN_LOOK_PAUSE_MS = 60_000;

/** One scheduler for all jobs: a single timer for the next one that is due, none where nothing is watched. */
export function createPoller({ clock, log, schedule, allDue, look }: PollerDeps): Poller {
  /** By job, the lane that it takes a hand of. */
  const inFlight = new Map<string, string>();
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

  async function ask(id: string, lane: string): Promise<void> {
    inFlight.set(id, lane);
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
    const hands = new Map<string, number>();
    for (const lane of inFlight.values()) hands.set(lane, (hands.get(lane) ?? 0) + 1);
    for (const { id, at, lane } of schedule()) {
      if (inFlight.has(id)) continue;
      const taken = hands.get(lane) ?? 0;
      // with all hands of its lane full, the next answer there arms again
      if (taken >= MOST_AT_ONCE) continue;
      const due = Math.max(at, notBefore.get(id) ?? -Infinity);
      if (due <= now) {
        hands.set(lane, taken + 1);
        void ask(id, lane);
      } else next = Math.min(next, due);
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

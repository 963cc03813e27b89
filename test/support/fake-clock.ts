import type { Clock } from '../../src/shared/clock';

export interface FakeClock extends Clock {
  /** Lets time go by: whatever falls due is called in its order, with what it set off finished in between. */
  advance(ms: number): Promise<void>;
  /** The computer sleeps: time goes by, timers stand still and go on where they were. */
  sleep(ms: number): void;
  /** Delays until each pending call, shortest first. */
  pending(): number[];
}

/** Enough turns of the event loop for promises and quick callbacks; for files and sockets wait for their effect. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export function createFakeClock(start = Date.UTC(2026, 0, 15, 9)): FakeClock {
  const timers = new Set<{ due: number; call: () => void }>();
  let awake = 0;
  let asleep = 0;
  const soonest = () => [...timers].sort((a, b) => a.due - b.due)[0];

  return {
    now: () => start + awake + asleep,
    after(delay, call) {
      const timer = { due: awake + Math.max(0, delay), call };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const end = awake + ms;
      await settle();
      for (let next = soonest(); next && next.due <= end; next = soonest()) {
        awake = Math.max(awake, next.due);
        timers.delete(next);
        next.call();
        await settle();
      }
      awake = end;
    },
    sleep(ms) {
      asleep += ms;
    },
    pending: () => [...timers].map(({ due }) => due - awake).sort((a, b) => a - b),
  };
}

import { expect, it } from 'vitest';
import type { Clock } from '../../../src/shared/clock';
import { createFirstLoad } from '../../../src/main/first-load';

function setUp() {
  let now = 0;
  const timers = new Map<object, { at: number; call: () => void }>();
  const clock: Clock = {
    now: () => now,
    after(delay, call) {
      const key = {};
      timers.set(key, { at: now + delay, call });
      return () => timers.delete(key);
    },
  };
  const load = createFirstLoad(clock);
  let over = false;
  void load.over.then(() => (over = true));
  return {
    load,
    async pass(ms: number) {
      now += ms;
      for (const [key, { at, call }] of [...timers]) {
        if (at > now) continue;
        timers.delete(key);
        call();
      }
      await Promise.resolve();
      return over;
    },
  };
}

it('is over when the page has asked for nothing more for a moment', async () => {
  const { load, pass } = setUp();
  load.progress();
  expect(await pass(20)).toBe(false);
  load.progress();
  expect(await pass(20)).toBe(false);
  expect(await pass(10)).toBe(true);
});

it('is not over before the first script, however long the page takes to begin', async () => {
  const { pass } = setUp();
  expect(await pass(3000)).toBe(false);
});

it('waits no longer for a page that asks for nothing at all', async () => {
  const { pass } = setUp();
  expect(await pass(4000)).toBe(true);
});

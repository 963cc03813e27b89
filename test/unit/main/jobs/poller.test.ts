import { expect, it } from 'vitest';
import { createPoller } from '../../../../src/main/jobs/poller';
import { createFakeClock, settle } from '../../../support/fake-clock';
import { createFakeLog } from '../../../support/fake-log';

/** A poller over a schedule by hand; looks stay open until `answer` is called, which sets the next time. */
function createScene(times: Record<string, number>) {
  const clock = createFakeClock(0);
  const log = createFakeLog();
  const schedule = new Map(Object.entries(times));
  const looks: string[] = [];
  const open = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const poller = createPoller({
    clock,
    log,
    // `b@far` is job b of server far
    schedule: () =>
      [...schedule].map(([id, at]) => ({ id, at, lane: id.split('@')[1] ?? '' })).sort((a, b) => a.at - b.at),
    allDue: () => {
      for (const id of schedule.keys()) schedule.set(id, clock.now());
    },
    look: (id) => {
      looks.push(id);
      return new Promise((resolve, reject) => open.set(id, { resolve, reject }));
    },
  });
  async function answer(id: string, next: number | null): Promise<void> {
    if (next === null) schedule.delete(id);
    else schedule.set(id, next);
    open.get(id)?.resolve();
    await settle();
  }
  return { clock, log, looks, schedule, poller, answer, open };
}

it('has no timer where nothing is watched', () => {
  const { poller, clock } = createScene({});
  poller.arm();
  expect(clock.pending()).toEqual([]);
});

it('has one timer, for the job that is due first', async () => {
  const { poller, clock, looks, answer } = createScene({ a: 5000, b: 3000, c: 9000 });
  poller.arm();
  expect(clock.pending()).toEqual([3000]);
  await clock.advance(3000);
  expect(looks).toEqual(['b']);
  expect(clock.pending()).toEqual([2000]);
  await answer('b', 7000);
  await clock.advance(2000);
  expect(looks).toEqual(['b', 'a']);
  await answer('a', null);
  expect(clock.pending()).toEqual([2000]);
});

it('asks about at most four jobs of one server at once', async () => {
  const { poller, clock, looks, answer } = createScene({ a: 0, b: 0, c: 0, d: 0, e: 0, f: 0 });
  poller.arm();
  expect(looks).toEqual(['a', 'b', 'c', 'd']);
  expect(clock.pending()).toEqual([]);
  await answer('b', 5000);
  expect(looks).toEqual(['a', 'b', 'c', 'd', 'e']);
  poller.arm();
  expect(looks).toHaveLength(5);
});

it('lets a server that hangs hold up nobody but itself', async () => {
  const hanging = ['a@far', 'b@far', 'c@far', 'd@far', 'e@far'];
  const { poller, clock, looks, answer } = createScene({
    ...Object.fromEntries(hanging.map((id) => [id, 0])),
    'x@near': 0,
    'y@near': 3000,
  });
  poller.arm();
  expect(looks).toEqual([...hanging.slice(0, 4), 'x@near']);
  for (const at of [5000, 10_000, 15_000]) await answer('x@near', at).then(() => clock.advance(5000));
  expect(looks.filter((id) => id === 'x@near')).toHaveLength(4);
  expect(looks).toContain('y@near');
  expect(looks).not.toContain('e@far');
  await answer('b@far', 60_000);
  expect(looks.at(-1)).toBe('e@far');
});

it('never asks twice at a time about one job', async () => {
  const { poller, clock, looks } = createScene({ a: 0 });
  poller.arm();
  poller.arm();
  await clock.advance(100_000);
  poller.wake();
  expect(looks).toEqual(['a']);
});

it('notices that the computer has slept, and asks at once', async () => {
  const { poller, clock, looks } = createScene({ a: 250_000 });
  poller.arm();
  expect(clock.pending()).toEqual([30_000]);
  clock.sleep(3_600_000);
  await clock.advance(30_000);
  expect(looks).toEqual(['a']);
});

it('notices that the clock was set back', async () => {
  const { poller, clock, looks } = createScene({ a: 20_000 });
  poller.arm();
  clock.sleep(-86_400_000);
  await clock.advance(20_000);
  expect(looks).toEqual(['a']);
});

it('asks at once when told that the computer woke up', () => {
  const { poller, looks } = createScene({ a: 250_000, b: 9_000 });
  poller.arm();
  poller.wake();
  expect(looks.sort()).toEqual(['a', 'b']);
});

it('does not spin where a look breaks off without a new time', async () => {
  const { poller, clock, looks, open, log } = createScene({ a: 0 });
  poller.arm();
  open.get('a')?.reject(new Error('disk gone'));
  await clock.advance(59_999);
  expect(looks).toEqual(['a']);
  await clock.advance(1);
  expect(looks).toEqual(['a', 'a']);
  expect(log.lines).toEqual(['error: a look at a job broke off']);
});

it('asks nothing after it was stopped', async () => {
  const { poller, clock, looks, answer } = createScene({ a: 0, b: 1000 });
  poller.arm();
  poller.stop();
  await answer('a', 0);
  poller.wake();
  await clock.advance(10_000);
  expect(looks).toEqual(['a']);
  expect(clock.pending()).toEqual([]);
});

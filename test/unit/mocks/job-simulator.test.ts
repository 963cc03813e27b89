import { expect, it } from 'vitest';
import { createJobSimulator, FAILURE_REASONS } from '../../../mocks/job-simulator';
import type { Work } from '../../../mocks/work';
import type { DemoSettings } from '../../../src/shared/settings';
import { DEFAULT_DEMO_SETTINGS } from '../../../src/shared/settings';
import { createFakeClock } from '../../support/fake-clock';

const drawing: Work = {
  kind: 'diagram',
  caption: 'c',
  source: '',
  pages: null,
  fromPdf: false,
  aspectRatio: null,
  resolution: null,
};
const by = { owner: 'pb_owner', endpoint: 'generate' };

function world(patch: Partial<DemoSettings> = {}) {
  let settings: DemoSettings = { ...DEFAULT_DEMO_SETTINGS, speed: 1, ...patch };
  const clock = createFakeClock();
  const jobs = createJobSimulator({ settings: () => settings, clock });
  return { jobs, clock, set: (next: Partial<DemoSettings>) => (settings = { ...settings, ...next }) };
}

it('moves a task from pending over running to completed in 30 to 120 s', async () => {
  const { jobs, clock } = world();
  const { id, duration } = jobs.accept(drawing, 'a', by);
  expect(duration).toBeGreaterThanOrEqual(30_000);
  expect(duration).toBeLessThanOrEqual(120_000);
  expect(jobs.poll(id)?.status).toBe('pending');
  await clock.advance(duration * 0.2);
  expect(jobs.poll(id)?.status).toBe('running');
  await clock.advance(duration * 0.79);
  expect(jobs.poll(id)?.status).toBe('running');
  await clock.advance(duration * 0.02);
  expect(jobs.poll(id)?.status).toBe('completed');
});

it('never shows pending where the server behaves as observed', () => {
  const { jobs } = world({ behaviour: 'observed' });
  expect(jobs.poll(jobs.accept(drawing, 'a', by).id)?.status).toBe('running');
});

it('runs as much faster as the speed says, and is done at once at speed 0', async () => {
  const { jobs, clock, set } = world({ speed: 60 });
  const task = jobs.accept(drawing, 'a', by);
  await clock.advance(task.duration / 60 + 1);
  expect(jobs.poll(task.id)?.status).toBe('completed');
  set({ speed: 0 });
  expect(jobs.poll(jobs.accept(drawing, 'b', by).id)?.status).toBe('completed');
});

it('never makes a task younger when the speed is turned down', async () => {
  const { jobs, clock, set } = world({ speed: 60 });
  const { id } = jobs.accept(drawing, 'a', by);
  await clock.advance(10_000);
  expect(jobs.poll(id)?.status).toBe('completed');
  set({ speed: 1 });
  expect(jobs.poll(id)?.status).toBe('completed');
});

it('gives the same ids and durations for the same seed and requests', () => {
  const run = (seed: number) => {
    const { jobs } = world({ seed });
    return ['a', 'b', 'a'].map((print) => jobs.accept(drawing, print, by)).map(({ id, duration }) => [id, duration]);
  };
  expect(run(1)).toEqual(run(1));
  expect(run(1)).not.toEqual(run(2));
  expect(new Set(run(1).map(([id]) => id)).size).toBe(3);
  expect(run(1)[0]?.[0]).toMatch(/^[0-9a-f]{32}$/);
});

it('fails jobs with every kind of reason, an empty one too, and keeps what was told', () => {
  const { jobs, set } = world({ speed: 0, failures: { ...DEFAULT_DEMO_SETTINGS.failures, jobFails: true } });
  const ids = FAILURE_REASONS.map((_, index) => jobs.accept(drawing, String(index), by).id);
  const reasons = ids.map((id) => jobs.poll(id)?.task.outcome);
  expect(reasons).toEqual(FAILURE_REASONS.map((reason) => ({ failed: true, reason })));
  set({ failures: DEFAULT_DEMO_SETTINGS.failures });
  expect(jobs.poll(ids[0] ?? '')?.status).toBe('failed');
});

it('forgets a task after it has been seen once, unfinished', () => {
  const { jobs } = world({ speed: 0, failures: { ...DEFAULT_DEMO_SETTINGS.failures, forgetTasks: true } });
  const { id } = jobs.accept(drawing, 'a', by);
  expect(jobs.poll(id)?.status).toBe('running');
  expect(jobs.poll(id)).toBeUndefined();
});

it('goes on with a dump as if nothing had happened', async () => {
  const first = world();
  const { id } = first.jobs.accept(drawing, 'a', by);
  const second = world();
  second.jobs.load(JSON.parse(JSON.stringify(first.jobs.dump())) as ReturnType<typeof first.jobs.dump>);
  await second.clock.advance(121_000);
  expect(second.jobs.poll(id)?.status).toBe('completed');
  expect(second.jobs.counts().accepted).toBe(1);
});

it('keeps what it has forgotten for its history, newest first, and counts on', async () => {
  const { jobs } = world({ speed: 0 });
  const { id } = jobs.accept(drawing, 'a', by);
  jobs.restart();
  expect(jobs.find(id)).toBeUndefined();
  const next = jobs.accept(drawing, 'b', by);
  expect(jobs.all().map(({ task, status }) => [task.id, task.number, status])).toEqual([
    [next.id, 2, 'completed'],
    [id, 1, 'completed'],
  ]);
});

it('plants a finished task once', () => {
  const { jobs } = world();
  const seed = { id: 'task_a', ...by, work: drawing, createdAt: 0, finishedAt: 1 };
  jobs.plant(seed);
  jobs.plant(seed);
  expect(jobs.all()).toHaveLength(1);
  expect(jobs.poll('task_a')?.status).toBe('completed');
});

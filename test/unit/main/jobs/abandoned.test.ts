import { expect, it } from 'vitest';
import { recoverAbandoned } from '../../../../src/main/jobs/recovery';
import { diagram } from '../../../support/example-job';
import { createJobWorld, type JobWorld } from '../../../support/job-world';

const HOUR = 3_600_000;

/** A command line that was killed before sending, or while it waited for the answer. */
function killed(when: 'prepared' | 'sending'): JobWorld {
  const world = createJobWorld({ idle: true });
  world.provider.onSubmit = (_accept, context) => {
    if (when === 'sending') context.onSending();
    return new Promise(() => undefined);
  };
  void world.jobs.submit(diagram).catch(() => undefined);
  return world;
}

const only = ({ jobs }: JobWorld) => jobs.list({ scope: 'all', limit: 9 }).jobs;

it('puts a row right whose process is gone: nothing had left', async () => {
  const world = killed('prepared');
  await world.clock.advance(0);
  expect(only(world)).toMatchObject([{ state: 'prepared' }]);
  const asked: number[] = [];
  recoverAbandoned(world, ({ pid }) => asked.push(pid) === 0);
  expect(asked).toEqual([process.pid]);
  expect(only(world)).toMatchObject([{ state: 'failed', units: 0, error: { code: 'not_sent', spent: 'no' } }]);
});

it('calls a row uncertain whose process was killed while sending, and sends nothing again', async () => {
  const world = killed('sending');
  await world.clock.advance(0);
  recoverAbandoned(world, () => false);
  expect(only(world)).toMatchObject([
    { state: 'uncertain', units: null, nextPollAt: null, seen: false, error: { code: 'uncertain', spent: 'maybe' } },
  ]);
  expect(world.provider.submissions).toEqual([]);
});

it('leaves the rows of a process that runs to it', async () => {
  const world = killed('sending');
  await world.clock.advance(0);
  recoverAbandoned(world, ({ pid }) => pid === process.pid);
  expect(only(world)).toMatchObject([{ state: 'sending' }]);
});

it('waits an hour with a row that names no process', async () => {
  const world = killed('sending');
  await world.clock.advance(0);
  world.database.exec('UPDATE jobs SET process = NULL');
  recoverAbandoned(world, () => false);
  expect(only(world)).toMatchObject([{ state: 'sending' }]);
  world.clock.sleep(HOUR);
  recoverAbandoned(world, () => false);
  expect(only(world)).toMatchObject([{ state: 'uncertain' }]);
});

import { AppError } from '../../../../src/shared/app-error';
import { expect, it } from 'vitest';
import type { ErrorCode } from '../../../../src/shared/app-error';
import { completed, refuse } from '../../../support/fake-provider';
import { diagram } from '../../../support/example-job';
import { createJobWorld } from '../../../support/job-world';
import { pngBytes, sha256 } from '../../../support/pictures';

/** A job that was accepted as task-1, with its world. The interval is 4 s (random is always 0.5). */
async function acceptedJob() {
  const world = createJobWorld();
  const { jobId } = await world.jobs.submit(diagram);
  return { ...world, jobId, job: () => world.jobs.get(jobId) };
}

it('asks every few seconds and ends with picture and description', async () => {
  const { clock, provider, jobs, jobId, job, until, finished, files } = await acceptedJob();
  const picture = pngBytes(1600, 900);
  expect(job()).toMatchObject({ state: 'queued', remoteId: 'task-1', units: 1, nextPollAt: clock.now() + 4000 });
  provider.onPoll = async () => ({ state: 'queued' });
  await clock.advance(4000);
  expect(job()).toMatchObject({ state: 'queued', pollCount: 1 });
  provider.onPoll = async () => ({ state: 'running' });
  await clock.advance(8000);
  expect(job()).toMatchObject({ state: 'running', pollCount: 3, nextPollAt: clock.now() + 4000 });
  provider.onPoll = async () => completed('Boxes and arrows.');
  provider.onArtifact = async () => picture;
  await clock.advance(4000);
  await until(jobId, ({ state }) => state === 'done');
  const asset = {
    sha256: sha256(picture),
    mediaType: 'image/png',
    format: 'png',
    bytes: picture.length,
    width: 1600,
    height: 900,
  };
  expect(job()).toMatchObject({
    description: 'Boxes and arrows.',
    assets: [asset],
    error: null,
    nextPollAt: null,
    seen: false,
  });
  expect(await files.read(asset.sha256)).toEqual(picture);
  expect(job().events.map(({ kind, count }) => `${kind} ${count}`)).toEqual([
    ...['prepared 1', 'sending 1', 'accepted 1', 'polled 1', 'polled 2', 'completed 1', 'stored 1'],
  ]);
  expect(finished.map(({ id }) => id)).toEqual([jobId]);
  expect(clock.pending()).toEqual([]);
  expect(jobs.counts()).toEqual({ needsYou: 0, underWay: 0 });
});

it('ends without files where the result is a text', async () => {
  const { clock, provider, jobId, until } = await acceptedJob();
  provider.onPoll = async () => ({ state: 'completed', description: 'A better prompt.', artifacts: [] });
  await clock.advance(4000);
  const job = await until(jobId, ({ state }) => state === 'done');
  expect(job).toMatchObject({ description: 'A better prompt.', assets: [], error: null });
});

it('fails where the server says so, with its reason, and the unit is gone', async () => {
  const { clock, provider, job, finished } = await acceptedJob();
  provider.onPoll = async () => ({ state: 'failed', reason: 'the model refused' });
  await clock.advance(4000);
  expect(job()).toMatchObject({
    ...{ state: 'failed', units: 1, nextPollAt: null, seen: false },
    error: { code: 'job_failed', detail: 'the model refused', spent: 'yes' },
  });
  expect(finished).toHaveLength(1);
});

it.each<ErrorCode>([
  'unreachable',
  'timeout',
  'connection_lost',
  'server_error',
  'gateway_page',
  'bad_answer',
  'not_found',
  'internal',
])('asks on, ever more slowly, after %s', async (code) => {
  const { clock, provider, job } = await acceptedJob();
  provider.onPoll = refuse(code);
  const gaps: number[] = [];
  await clock.advance(4000);
  for (let round = 0; round < 8; round += 1) {
    const gap = (job().nextPollAt ?? 0) - clock.now();
    gaps.push(gap);
    await clock.advance(gap);
  }
  expect(gaps).toEqual([8000, 16_000, 32_000, 64_000, 128_000, 240_000, 240_000, 240_000]);
  expect(job()).toMatchObject({ state: 'queued', error: { code, spent: 'yes' }, pollCount: 9 });
  expect(job().events.at(-1)).toMatchObject({ kind: 'poll_failed', count: 9, params: { code } });
  provider.onPoll = async () => ({ state: 'running' });
  await clock.advance(240_000);
  expect(job()).toMatchObject({ state: 'running', error: null, nextPollAt: clock.now() + 4000 });
});

it.each<ErrorCode>([
  'unauthorized',
  'key_disabled',
  'quota_exhausted',
  'forbidden_by_server',
  'no_credential',
  'key_elsewhere',
  'key_unbound',
  'vault_unavailable',
])('is blocked by %s, and goes on by itself', async (code) => {
  const { clock, provider, job } = await acceptedJob();
  provider.onPoll = refuse(code);
  await clock.advance(4000);
  expect(job()).toMatchObject({ state: 'blocked', error: { code, spent: 'yes' }, nextPollAt: clock.now() + 300_000 });
  expect(job().seen).toBe(false);
  await clock.advance(300_000);
  expect(job().events.filter(({ kind }) => kind === 'blocked')).toHaveLength(1);
  provider.onPoll = async () => ({ state: 'running' });
  await clock.advance(300_000);
  expect(job()).toMatchObject({ state: 'running', error: null });
  expect(
    job()
      .events.slice(-2)
      .map(({ kind }) => kind),
  ).toEqual(['unblocked', 'polled']);
});

it('asks about blocked jobs at once when their key has changed', async () => {
  const { clock, provider, jobs, job } = await acceptedJob();
  provider.onPoll = refuse('unauthorized');
  await clock.advance(4000);
  provider.onPoll = async () => ({ state: 'running' });
  jobs.credentialChanged('another');
  await clock.advance(0);
  expect(job().state).toBe('blocked');
  jobs.credentialChanged('p1');
  await clock.advance(0);
  expect(job().state).toBe('running');
});

it('asks again at once where the key changes while it is asked about with the old one', async () => {
  const { clock, provider, jobs, job } = await acceptedJob();
  let answer = (): void => undefined;
  provider.onPoll = () =>
    new Promise((_resolve, reject) => {
      answer = () => {
        reject(new AppError('no_credential'));
      };
    });
  await clock.advance(4000);
  jobs.credentialChanged('p1');
  provider.onPoll = async () => ({ state: 'running' });
  answer();
  await clock.advance(0);
  expect(job()).toMatchObject({ state: 'running', error: null });
});

it('believes that the server has forgotten a job when it says so three times in a row', async () => {
  const { clock, provider, job, finished } = await acceptedJob();
  provider.onPoll = refuse('forgotten');
  await clock.advance(8000);
  expect(job()).toMatchObject({ state: 'queued', error: { code: 'forgotten' } });
  await clock.advance(4000);
  expect(job()).toMatchObject({ state: 'failed', units: 1, error: { code: 'forgotten', spent: 'yes' } });
  expect(provider.polls).toHaveLength(3);
  expect(finished).toHaveLength(1);
});

it('forgives a server that learns late of a job', async () => {
  const { clock, provider, job } = await acceptedJob();
  provider.onPoll = refuse('forgotten');
  await clock.advance(8000);
  provider.onPoll = async () => ({ state: 'running' });
  await clock.advance(4000);
  provider.onPoll = refuse('forgotten');
  await clock.advance(8000);
  expect(job()).toMatchObject({ state: 'running' });
});

it.each([
  [90, 90_000],
  [1, 4000],
  [999_999, 3_600_000],
])('waits the %i s that a server asks for', async (retryAfter, pause) => {
  const { clock, provider, job } = await acceptedJob();
  provider.onPoll = refuse('rate_limited', { retryAfter });
  await clock.advance(4000);
  expect(job()).toMatchObject({ state: 'queued', nextPollAt: clock.now() + pause });
});

it('asks at once on demand, and drops what it asks when told to stop', async () => {
  const { clock, provider, jobs, job, jobId } = await acceptedJob();
  let answer = (): void => undefined;
  provider.onPoll = () => new Promise((resolve) => (answer = () => resolve({ state: 'running' })));
  jobs.lookNow(jobId);
  await clock.advance(0);
  expect(provider.polls).toHaveLength(1);
  jobs.stopWatching(jobId);
  answer();
  await clock.advance(600_000);
  expect(job()).toMatchObject({ state: 'unwatched', nextPollAt: null });
  expect(provider.polls).toHaveLength(1);
  provider.onPoll = async () => ({ state: 'running' });
  jobs.watchAgain(jobId);
  await clock.advance(0);
  expect(job()).toMatchObject({ state: 'running', finishedAt: null });
});

it('asks about four jobs at once at most', async () => {
  const { clock, provider, jobs } = createJobWorld();
  const answers: (() => void)[] = [];
  provider.onPoll = () => new Promise((resolve) => answers.push(() => resolve({ state: 'running' })));
  for (let n = 0; n < 9; n += 1) await jobs.submit(diagram);
  await clock.advance(20_000);
  expect(provider.polls).toHaveLength(4);
  answers.shift()?.();
  await clock.advance(0);
  expect(provider.polls).toHaveLength(5);
});

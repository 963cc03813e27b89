import { expect, it } from 'vitest';
import type { JobRepository, NewJob } from '../../../../src/main/jobs/job-repository';
import { JOB_STATES, mayMove } from '../../../../src/shared/job';
import type { Asset, JobState } from '../../../../src/shared/job';
import { createJobWorld } from '../../../support/job-world';

const asset: Asset = { sha256: 'ab', mediaType: 'image/png', format: 'png', bytes: 10, width: 4, height: 3 };

function newJob(id: string, extra: Partial<NewJob> = {}): NewJob {
  const account = { profileId: 'p1', profileName: 'Lab', baseUrl: 'https://x.example' };
  const kind = { endpoint: 'paperbanana.generate', provider: 'paperbanana', title: `Title ${id}` };
  return { id, ...account, ...kind, input: { caption: 'c' }, idempotencyKey: `key-${id}`, searchText: '', ...extra };
}

/** Brings a new job to a state by allowed moves. */
function jobIn(state: JobState, id: string, repository: JobRepository): void {
  const ways: Record<JobState, JobState[]> = {
    prepared: [],
    sending: ['sending'],
    uncertain: ['sending', 'uncertain'],
    queued: ['sending', 'queued'],
    running: ['sending', 'queued', 'running'],
    blocked: ['sending', 'queued', 'blocked'],
    collecting: ['sending', 'queued', 'collecting'],
    done: ['sending', 'queued', 'collecting', 'done'],
    failed: ['failed'],
    unwatched: ['sending', 'uncertain', 'unwatched'],
  };
  repository.create(newJob(id));
  for (const step of ways[state]) repository.move(id, step);
}

it('keeps an intent with its input and first event', () => {
  const { repository, clock } = createJobWorld({ idle: true });
  const at = clock.now();
  repository.create(newJob('a'));
  expect(repository.detail('a')).toEqual({
    ...{ id: 'a', endpoint: 'paperbanana.generate', provider: 'paperbanana', profileId: 'p1', profileName: 'Lab' },
    ...{ baseUrl: 'https://x.example', title: 'Title a', state: 'prepared', remoteId: null, createdAt: at },
    ...{ sentAt: null, acceptedAt: null, finishedAt: null, nextPollAt: null, pollCount: 0, error: null },
    ...{ description: null, units: null, seen: true, assets: [], input: { caption: 'c' } },
    events: [{ kind: 'prepared', at, until: at, count: 1 }],
  });
  expect(repository.find('a')?.idempotencyKey).toBe('key-a');
});

it('allows exactly the moves of the state machine', () => {
  for (const from of JOB_STATES) {
    for (const to of JOB_STATES) {
      const { repository } = createJobWorld({ idle: true });
      jobIn(from, 'a', repository);
      const move = () => repository.move('a', to);
      if (mayMove(from, to)) expect(move().state, `${from} -> ${to}`).toBe(to);
      else expect(move, `${from} -> ${to}`).toThrow(`from ${from} to ${to}`);
    }
  }
}, 60_000);

it('changes nothing when a move is refused', () => {
  const { repository } = createJobWorld({ idle: true });
  jobIn('done', 'a', repository);
  expect(() => repository.move('a', 'running', { description: 'x' }, { kind: 'polled' })).toThrow();
  expect(repository.detail('a')).toMatchObject({ state: 'done', description: null });
  expect(repository.detail('a')?.events).toHaveLength(1);
});

it('merges questions with equal answers into one line', () => {
  const { repository, clock } = createJobWorld({ idle: true });
  jobIn('running', 'a', repository);
  const polled = (state: string) => repository.move('a', 'running', {}, { kind: 'polled', params: { state } });
  const start = clock.now();
  polled('queued');
  polled('running');
  clock.sleep(1000);
  polled('running');
  clock.sleep(1000);
  polled('running');
  repository.move('a', 'running', {}, { kind: 'poll_failed', params: { code: 'timeout' } });
  polled('running');
  expect(repository.detail('a')?.events.slice(1)).toEqual([
    { kind: 'polled', at: start, until: start, count: 1, params: { state: 'queued' } },
    { kind: 'polled', at: start, until: start + 2000, count: 3, params: { state: 'running' } },
    { kind: 'poll_failed', at: start + 2000, until: start + 2000, count: 1, params: { code: 'timeout' } },
    { kind: 'polled', at: start + 2000, until: start + 2000, count: 1, params: { state: 'running' } },
  ]);
});

it('lists by scope, newest first, with the total of all pages', () => {
  const { repository } = createJobWorld({ idle: true });
  for (const state of JOB_STATES) jobIn(state, state, repository);
  jobIn('done', 'pictured', repository);
  repository.putAsset('pictured', 0, asset);
  const ids = (scope: 'open' | 'ended' | 'all' | 'library') =>
    repository.list({ scope, limit: 50 }).jobs.map(({ id }) => id);
  expect(ids('open')).toEqual(['collecting', 'blocked', 'running', 'queued', 'uncertain', 'sending', 'prepared']);
  expect(ids('ended')).toEqual(['pictured', 'unwatched', 'failed', 'done']);
  expect(ids('library')).toEqual(['pictured']);
  expect(ids('all')).toHaveLength(11);
  expect(repository.counts()).toEqual({ needsYou: 2, underWay: 5 });
});

it('adds up what the jobs of each profile cost', () => {
  const { repository } = createJobWorld({ idle: true });
  for (const [id, units] of [
    ['one', 1],
    ['two', 1],
    ['refused', 0],
    ['unknown', null],
  ] as const) {
    repository.create(newJob(id));
    repository.move(id, 'prepared', { units });
  }
  repository.create({ ...newJob('other'), profileId: 'other' });
  repository.move('other', 'prepared', { units: 3 });
  expect(repository.spent()).toEqual({ [newJob('').profileId]: 2, other: 3 });
});

it('pages through jobs of the same millisecond without losing one', () => {
  const { repository } = createJobWorld({ idle: true });
  for (let n = 0; n < 7; n += 1) repository.create(newJob(`job-${n}`));
  const seen: string[] = [];
  let before: number | undefined;
  for (;;) {
    const { jobs, total } = repository.list({ scope: 'all', limit: 3, before });
    expect(total).toBe(7);
    if (jobs.length === 0) break;
    seen.push(...jobs.map(({ id }) => id));
    before = jobs.at(-1)?.createdAt;
  }
  expect(seen).toEqual(['job-6', 'job-5', 'job-4', 'job-3', 'job-2', 'job-1', 'job-0']);
});

it('finds a description as soon as it is known', () => {
  const { repository } = createJobWorld({ idle: true });
  jobIn('queued', 'a', repository);
  repository.move('a', 'collecting', { description: 'Arrows between boxes' });
  expect(repository.list({ scope: 'all', text: 'arrows', limit: 5 }).jobs).toHaveLength(1);
});

it('throws an intent away that never left, and nothing else', () => {
  const { repository } = createJobWorld({ idle: true });
  jobIn('prepared', 'a', repository);
  jobIn('sending', 'b', repository);
  repository.discard('a');
  expect(repository.find('a')).toBeUndefined();
  expect(repository.list({ scope: 'all', text: 'title', limit: 5 }).total).toBe(1);
  expect(() => repository.discard('b')).toThrow('sending');
});

it('schedules what is watched, soonest first, and tells what waits to be sent again', () => {
  const { repository } = createJobWorld({ idle: true });
  for (const state of JOB_STATES) jobIn(state, state, repository);
  for (const [id, nextPollAt] of [
    ['running', 300],
    ['queued', 100],
    ['blocked', 200],
    ['collecting', 400],
  ] as const)
    repository.move(id, id, { nextPollAt });
  repository.move('running', 'running', { remoteId: 't1' });
  expect(repository.schedule()).toEqual([
    { id: 'queued', at: 100, baseUrl: 'https://x.example', resend: false },
    { id: 'blocked', at: 200, baseUrl: 'https://x.example', resend: true },
    { id: 'running', at: 300, baseUrl: 'https://x.example', resend: false },
    { id: 'collecting', at: 400, baseUrl: 'https://x.example', resend: false },
  ]);
});

it('reads a job whose error this version does not know', () => {
  const { repository, database } = createJobWorld({ idle: true });
  jobIn('failed', 'a', repository);
  database.prepare('UPDATE jobs SET error = ? WHERE id = ?').run('{"code":"from_the_future"}', 'a');
  expect(repository.find('a')).toMatchObject({ state: 'failed', error: null });
});

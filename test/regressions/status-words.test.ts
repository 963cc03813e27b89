import { describe, expect, it } from 'vitest';
import { ENDPOINTS, requireEndpoint } from '../../src/shared/endpoints';
import type { JobReading } from '../../src/shared/endpoints/endpoint';
import { json } from '../support/loopback-server';
import { pngBytes } from '../support/pictures';
import { askOnce, openScene } from '../support/server-scene';

const PROVIDERS = {
  paperbanana: {
    job: requireEndpoint('paperbanana.generate').job,
    answer: (status: unknown) => ({ task_id: 't', status }),
    result: { image_base64: 'aGk=' },
  },
  bananahub: {
    job: requireEndpoint('bananahub.textToImage').job,
    answer: (status: unknown) => ({ job_id: 't', status }),
    result: { result: { image_url: 'https://cdn.example/a.png' } },
  },
  bananadev: {
    job: requireEndpoint('bananadev.start').job,
    answer: (status: unknown) => ({ data: { id: 't', status, api: { modelOutputs: [{ text: 'x' }] } } }),
    result: {},
  },
} as const;

const ENDED_BADLY = [
  ...['cancelled', 'canceled', 'error', 'expired', 'aborted', 'rejected', 'timeout', 'timed_out'],
  ...['terminated', 'killed', 'crashed', 'revoked', 'errored'],
];
const DONE = ['completed', 'complete', 'done', 'finished', 'succeeded', 'success', 'successful'];
const WAITING = ['pending', 'queued', 'in_queue', 'waiting', 'submitted', 'accepted', 'scheduled'];
const WORKING = ['running', 'processing', 'in_progress', 'started', 'working'];

/** The same word as other servers would spell it. */
const spellings = (word: string): string[] => [
  word,
  word.toUpperCase(),
  word.charAt(0).toUpperCase() + word.slice(1),
  ` ${word}\n`,
  word.replaceAll('_', ' '),
  word.replaceAll('_', '-'),
  `TaskStatus.${word.toUpperCase()}`,
];

describe.each(Object.entries(PROVIDERS))('%s', (_name, { job, answer, result }) => {
  const read = (status: unknown, more: object = {}): JobReading | undefined =>
    job?.read({ ...answer(status), ...more }, 't');

  it.each(ENDED_BADLY)('ends at “%s”, however it is spelled, and says so', (word) => {
    for (const spelled of spellings(word))
      expect(read(spelled)).toEqual({ state: 'failed', reason: spelled.trim().replace(/\s+/g, ' ') });
  });

  it('takes the server’s own reason before its word', () => {
    const reason = { error: 'Out of memory', data: { id: 't', status: 'canceled', message: 'Out of memory' } };
    expect(read('canceled', reason)).toEqual({ state: 'failed', reason: 'Out of memory' });
  });

  it.each(DONE)('collects what is “%s”', (word) => {
    for (const spelled of spellings(word)) expect(read(spelled, result)?.state).toBe('completed');
  });

  it.each(WAITING.concat(WORKING))('asks on while it is “%s”', (word) => {
    for (const spelled of spellings(word)) expect(['queued', 'running']).toContain(read(spelled)?.state);
  });

  it('shows a word that it does not know, cleaned and of a length that can be shown', () => {
    expect(read('deploying')).toEqual({ state: 'unclear', word: 'deploying', why: 'unknown_status' });
    expect(read('\u001b[31mdep\nloying')).toMatchObject({ word: '[31mdep loying' });
    expect(read('x'.repeat(5000))).toMatchObject({ word: 'x'.repeat(60) });
  });
});

it.each([
  ['Run canceled', 'failed'],
  ['Run timed out.', 'failed'],
  ['The run was aborted', 'failed'],
  ['Run created', 'running'],
  ['Run queued', 'running'],
  ['Nothing was cancelled here', 'running'],
])('reads %j of Banana.dev, which has no status', (message, state) => {
  const { job } = PROVIDERS.bananadev;
  expect(job?.read({ data: { id: 't', message, api: { finished: false } } }, 't').state).toBe(state);
});

it('believes `finished` before any word', () => {
  const run = (finished: unknown, message: string) => ({
    data: { id: 't', message, api: { finished, modelOutputs: [] } },
  });
  const { job } = PROVIDERS.bananadev;
  expect(job?.read(run(true, 'Run queued'), 't').state).toBe('completed');
  expect(job?.read(run('true', ''), 't').state).toBe('completed');
  expect(job?.read(run(false, 'Run completed'), 't').state).toBe('running');
});

it('never takes an end without a result for one', () => {
  const nothing = { state: 'unclear', why: 'no_result' };
  expect(PROVIDERS.bananahub.job?.read({ job_id: 't', status: 'done', result: null }, 't')).toMatchObject(nothing);
  const prompt = { task_id: 't', status: 'completed', diagram_type: 'prompt_optimization', description: null };
  expect(PROVIDERS.paperbanana.job?.read(prompt, 't')).toMatchObject(nothing);
});

it('keeps outputs that lie elsewhere than documented', () => {
  const elsewhere = { data: { id: 't', output: ['x'], api: { finished: true } } };
  const reading = PROVIDERS.bananadev.job?.read(elsewhere, 't');
  expect(reading).toMatchObject({ artifacts: [{ source: { kind: 'json', value: { output: ['x'] } } }] });
  const map = { data: { id: 't', api: { finished: true, modelOutputs: { text: 'x' } } } };
  expect(PROVIDERS.bananadev.job?.read(map, 't')).toMatchObject({
    artifacts: [{ source: { kind: 'json', value: { text: 'x' } } }],
  });
  const renamed = { job_id: 't', status: 'done', result: { images: ['https://cdn.example/a.png'] } };
  expect(PROVIDERS.bananahub.job?.read(renamed, 't')).toMatchObject({
    artifacts: [{ source: { kind: 'url', url: 'https://cdn.example/a.png' } }],
  });
});

async function unknownJob(...words: string[]) {
  const scene = await openScene();
  scene.server.on('POST /api/generate', json(202, { task_id: 't1', status: 'pending' }));
  scene.server.on('GET /api/tasks/t1', ...words.map((status) => json(200, { task_id: 't1', status })));
  await scene.submit('paperbanana.generate', { source_context: 'a', caption: 'b' });
  return scene;
}

it('asks ever more rarely about a state that it does not know, and says which', async () => {
  const scene = await unknownJob('deploying');
  const pauses: number[] = [];
  for (let times = 0; times < 9; times += 1) {
    await askOnce(scene);
    pauses.push((scene.job().nextPollAt ?? 0) - scene.clock.now());
  }
  expect(scene.job()).toMatchObject({
    state: 'queued',
    error: { code: 'unknown_status', params: { word: 'deploying' } },
  });
  expect(pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0))).toBe(true);
  expect([pauses[0], pauses.at(-1)]).toEqual([8000, 240_000]);
  const events = scene.services.jobs.get(scene.job().id).events.filter(({ kind }) => kind === 'poll_failed');
  expect(events).toMatchObject([{ count: 9, params: { code: 'unknown_status', word: 'deploying' } }]);
});

it('can be ended by hand, taken up again, and is collected when the word is known', async () => {
  const scene = await unknownJob('deploying', 'deploying', 'COMPLETED');
  scene.server.on('GET /api/tasks/t1/image', (response) => response.writeHead(200).end(pngBytes()));
  await askOnce(scene);
  scene.services.jobs.stopWatching(scene.job().id);
  expect(scene.job()).toMatchObject({ state: 'unwatched', nextPollAt: null });
  scene.services.jobs.watchAgain(scene.job().id);
  await scene.until(({ error }) => error?.code === 'unknown_status');
  await askOnce(scene);
  expect(await scene.until(({ state }) => state === 'done')).toMatchObject({
    error: null,
    assets: [{ format: 'png' }],
  });
});

it('asks again about a job that ended without its result, where the server has a name for it', async () => {
  const scene = await unknownJob('completed');
  const gone = json(404, { detail: 'Image not available yet' });
  scene.server.on('GET /api/tasks/t1/image', gone, gone, gone, (response) => response.writeHead(200).end(pngBytes()));
  for (let times = 0; times < 3; times += 1) await askOnce(scene);
  expect(await scene.until(({ state }) => state === 'failed')).toMatchObject({ units: 1 });
  scene.services.jobs.watchAgain(scene.job().id);
  expect(await scene.until(({ state }) => state === 'done')).toMatchObject({ assets: [{ format: 'png' }], units: 1 });
  expect(scene.count('POST /api/generate')).toBe(1);
});

it('reads every job of the catalogue with one of these readers', () => {
  const readers = new Set(ENDPOINTS.flatMap(({ job }) => job ?? []));
  expect(readers).toEqual(new Set(Object.values(PROVIDERS).map(({ job }) => job)));
});

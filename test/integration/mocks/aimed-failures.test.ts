import { expect, it } from 'vitest';
import { endpointAt } from '../../../mocks/failures/endpoint-at';
import { placeOf } from '../../../mocks/place';
import { ENDPOINTS } from '../../../src/shared/endpoints';
import { DEFAULT_BASE_URLS, type FailureRule, type ProviderId } from '../../../src/shared/settings';
import { buildRequest } from '../../../src/shared/wire-request';
import { createMockClient } from '../../support/mock-client';
import { createMockWorld } from '../../support/mock-world';

const good = { source_context: 's', caption: 'c' };
const panda = { prompt: 'p', aspect_ratio: '1:1' };
const run = { modelKey: 'llama-2-7b', modelInputs: { prompt: 'p' } };

function start(rules: FailureRule[], options: Parameters<typeof createMockWorld>[0] = {}) {
  const world = createMockWorld({ speed: 0, rules, ...options });
  const of = (provider: ProviderId) => createMockClient(world, provider);
  return { world, paperbanana: of('paperbanana'), bananahub: of('bananahub'), bananadev: of('bananadev') };
}

const always = (rule: Omit<FailureRule, 'oneIn'>): FailureRule => ({ ...rule, oneIn: 1 });

it('knows the endpoint of every request of the catalogue', () => {
  for (const endpoint of ENDPOINTS) {
    const { method, url } = buildRequest(endpoint, endpoint.example, DEFAULT_BASE_URLS[endpoint.provider]);
    expect(endpointAt(method, placeOf(url))).toBe(endpoint.id);
  }
  expect(endpointAt('GET', placeOf('https://cdn.bananahub.io/results/x.png'))).toBe('bananahub.image');
  expect(endpointAt('PUT', placeOf('https://api.paperbanana.me/api/generate'))).toBeUndefined();
});

it.each<[number, unknown, unknown, unknown]>([
  [400, { detail: 'There was an error parsing the body' }, undefined, { message: 'Bad Request' }],
  [401, { detail: 'Invalid API key' }, { detail: 'Invalid API key' }, { message: 'Invalid API Key' }],
  [402, undefined, { detail: 'Insufficient balance. Top up your account to continue.' }, undefined],
  [403, { detail: 'Quota exhausted' }, { detail: 'This API key is not allowed to use this model' }, undefined],
  [404, { detail: 'Task not found' }, { detail: 'Job not found' }, { message: 'Model Not Found' }],
  [422, { detail: 'Unprocessable Content' }, { detail: 'Could not read input image 1' }, undefined],
  [429, { detail: 'Too many requests' }, undefined, { message: 'Rate Limit Exceeded' }],
  [500, { detail: 'Internal server error' }, undefined, { message: 'Internal Server Error' }],
  [502, { detail: 'Bad gateway' }, { detail: 'Upload of the result failed' }, undefined],
  [503, undefined, { detail: 'Project or model is paused' }, { message: 'Service Unavailable' }],
])('answers %d in the words of each API, and charges nothing', async (status, paper, hub, dev) => {
  const { world, ...ask } = start([always({ endpoint: '*', kind: 'status', status })], { failures: { quota: 1 } });
  const answers = [
    await ask.paperbanana('POST /api/generate', { body: good }),
    await ask.bananahub('POST /text-generations', { body: panda }),
    await ask.bananadev('POST /v1/run', { body: run }),
  ];
  expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
  for (const [index, expected] of [paper, hub, dev].entries())
    if (expected !== undefined) expect(answers[index]?.json).toEqual(expected);
  world.set({ rules: [] });
  expect((await ask.paperbanana('POST /api/generate', { body: good })).status).toBe(202);
  expect((await ask.bananahub('POST /text-generations', { body: panda })).status).toBe(202);
});

it('has both shapes of a 422', async () => {
  const rule = { endpoint: '*', kind: 'status', status: 422, shape: 'list' } as const;
  const ask = start([always(rule)]);
  expect((await ask.paperbanana('POST /api/plot', { body: {} })).json).toEqual({
    detail: [{ loc: ['body', 'data_json'], msg: 'Field required', type: 'missing' }],
  });
  expect((await ask.bananahub('POST /text-generations', { body: panda })).json).toEqual({
    detail: { message: 'Could not read input image 1' },
  });
});

it('speaks as the admin’s part of the server where that is asked', async () => {
  const ask = start([always({ endpoint: 'paperbanana.listKeys', kind: 'status', status: 500 })]);
  expect((await ask.paperbanana('GET /api/admin/keys', { role: 'admin' })).json).toEqual({
    detail: 'PAPERBANANA_ADMIN_KEY not configured',
  });
});

it('hits the endpoint that it is aimed at, and no other', async () => {
  const ask = start([always({ endpoint: 'bananadev.usage', kind: 'status', status: 429 })]);
  expect((await ask.bananadev('GET /v1/usage')).status).toBe(429);
  expect((await ask.bananadev('GET /v1/account')).status).toBe(200);
  expect((await ask.paperbanana('GET /api/health')).status).toBe(200);
});

it('hits one request in three, the same ones under the same seed', async () => {
  const statuses = async (seed: number) => {
    const ask = start([{ endpoint: '*', kind: 'status', status: 503, oneIn: 3 }], { seed });
    const seen: number[] = [];
    for (let turn = 0; turn < 12; turn++) seen.push((await ask.paperbanana('GET /api/health')).status);
    return seen;
  };
  const first = await statuses(5);
  expect(first.filter((status) => status === 503)).toHaveLength(4);
  expect(await statuses(5)).toEqual(first);
});

it.each(['cut_before', 'cut_after'] as const)('%s: the line is cut, and the unit is gone only after', async (kind) => {
  const { world, paperbanana } = start([always({ endpoint: 'paperbanana.generate', kind })], {
    failures: { quota: 1 },
  });
  await expect(paperbanana('POST /api/generate', { body: good })).rejects.toThrow('fetch failed');
  world.set({ rules: [] });
  const status = kind === 'cut_before' ? 202 : 403;
  expect((await paperbanana('POST /api/generate', { body: good })).status).toBe(status);
});

it('hangs until the caller gives up', async () => {
  const { world } = start([always({ endpoint: '*', kind: 'hang' })]);
  const giveUp = new AbortController();
  const url = 'https://api.paperbanana.me/api/health';
  const waiting = world.mock.fetch(new Request(url, { signal: giveUp.signal })).catch((error: unknown) => error);
  await world.clock.advance(3_600_000);
  giveUp.abort();
  expect(await waiting).toMatchObject({ name: 'AbortError' });
});

it('answers after as many seconds as the rule says', async () => {
  const { world, paperbanana } = start([always({ endpoint: '*', kind: 'latency', seconds: 7 })]);
  let answered = false;
  const waiting = paperbanana('GET /api/health').then(() => {
    answered = true;
  });
  await world.clock.advance(6900);
  expect(answered).toBe(false);
  await world.clock.advance(200);
  await waiting;
  expect(answered).toBe(true);
});

it('breaks JSON off in the middle, under a good status', async () => {
  const ask = start([always({ endpoint: '*', kind: 'malformed' })]);
  const answer = await ask.paperbanana('GET /api/health');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
  expect('{"status":"ok","version":"0.1.2"}'.startsWith(answer.text)).toBe(true);
  expect(answer.json).toBeUndefined();
});

it('puts the network’s own page in the place of an answer', async () => {
  const ask = start([always({ endpoint: '*', kind: 'html' })]);
  const answer = await ask.bananahub('POST /text-generations', { body: panda });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([521, 'text/html; charset=UTF-8']);
  expect(answer.text).toMatch(/^<!DOCTYPE html>/);
});

it('lets an answer drip, whole in the end', async () => {
  const { world, paperbanana } = start([always({ endpoint: '*', kind: 'drip', seconds: 12 })]);
  let text = '';
  const waiting = paperbanana('GET /api/health').then((answer) => {
    text = answer.text;
  });
  await world.clock.advance(9000);
  expect(text).toBe('');
  await world.clock.advance(4000);
  await waiting;
  expect(text).toBe('{"status":"ok","version":"0.1.2"}');
});

it('lets pictures expire, and nothing else', async () => {
  const ask = start([always({ endpoint: '*', kind: 'expired' })]);
  const { job_id } = (await ask.bananahub('POST /text-generations', { body: panda })).json as { job_id: string };
  const { result } = (await ask.bananahub(`GET /jobs/${job_id}`)).json as { result: { image_url: string } };
  const image = await ask.bananahub(`GET ${result.image_url}`, { secret: null });
  expect([image.status, image.text]).toEqual([403, expect.stringContaining('Request has expired')]);
  expect(await ask.paperbanana('GET /api/tasks/a1b2c3d4e5f6/image')).toMatchObject({
    status: 404,
    json: { detail: 'Image not available yet' },
  });
});

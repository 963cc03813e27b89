import { expect, it } from 'vitest';
import { createMockClient } from '../../support/mock-client';
import { createMockWorld } from '../../support/mock-world';

const run = { modelKey: 'llama-2-7b', modelInputs: { prompt: 'hello' } };

function start(options: Parameters<typeof createMockWorld>[0] = {}) {
  const world = createMockWorld({ speed: 0, ...options });
  return { world, ask: createMockClient(world, 'bananadev') };
}

it.each<[string, unknown, number, string]>([
  ['POST /v1/run', 'not json', 400, 'Bad Request: the body is not a JSON object'],
  ['POST /v1/run', { modelInputs: {} }, 400, 'Bad Request: modelKey is required'],
  ['POST /v1/start', { modelKey: 'llama-2-7b' }, 400, 'Bad Request: modelInputs is required'],
  ['POST /v1/run', { ...run, modelInputs: 'text' }, 400, 'Bad Request: modelInputs must be an object'],
  ['POST /v1/run', { ...run, modelKey: 'nobody' }, 404, 'Model Not Found'],
  ['GET /v1/models/nobody', undefined, 404, 'Model Not Found'],
  ['GET /v1/models/modelkey?model_key=nobody', undefined, 404, 'Model Not Found'],
  ['POST /v1/check', { id: 'run_nobody', modelKey: 'llama-2-7b' }, 404, 'Run Not Found'],
  ['POST /v1/check', { id: 'run_abc123xyz456', modelKey: 'llama-2-7b' }, 404, 'Run Not Found'],
  [
    'GET /v1/usage?startDate=yesterday',
    undefined,
    400,
    'Bad Request: startDate and endDate must be ISO 8601 dates in order',
  ],
  ['POST /v1/deploy', { modelKey: 'a' }, 400, 'Bad Request: source is required'],
])('answers %s %j with %d %s', async (line, body, status, message) => {
  expect(await start().ask(line, { body })).toMatchObject({ status, json: { message } });
});

it.each(['GET /v1/models', 'GET /v1/account', 'GET /v1/usage'])('refuses %s without the token', async (line) => {
  const { ask } = start();
  for (const secret of [null, 'wrong'])
    expect(await ask(line, { secret })).toMatchObject({ status: 401, json: { message: 'Invalid API Key' } });
});

it('keeps the caller of a run waiting until it is done', async () => {
  const { world, ask } = start({ speed: 1 });
  let answered = false;
  const answer = ask('POST /v1/run', { body: run }).then((found) => {
    answered = true;
    return found;
  });
  await world.clock.advance(2000);
  expect(answered).toBe(false);
  await world.clock.advance(25_000);
  expect((await answer).json).toMatchObject({ data: { message: 'Run completed', api: { finished: true } } });
});

it('ends the wait of who gives up, and computes on', async () => {
  const { world, ask } = start({ speed: 1 });
  const giveUp = new AbortController();
  const url = 'https://api.lowcodeapi.com/bananadev/v1/run?api_token=bd_demo00000000000000000000000000000';
  const request = new Request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(run),
    signal: giveUp.signal,
  });
  const waiting = world.mock.fetch(request).catch((error: unknown) => error);
  await world.clock.advance(1000);
  giveUp.abort();
  expect(await waiting).toMatchObject({ name: 'AbortError' });
  await world.clock.advance(25_000);
  const usage = (await ask(`GET /v1/usage?startDate=2026-01-15T08:59:00Z`)).json as { data: { totalCalls: number } };
  expect(usage.data.totalCalls).toBe(1);
});

it('says "error" under 200 for a run that broke', async () => {
  const { ask } = start({ failures: { jobFails: true } });
  expect(await ask('POST /v1/run', { body: run })).toMatchObject({
    status: 200,
    json: { data: { message: expect.stringMatching(/^Error: /) as string, api: { finished: true, modelOutputs: [] } } },
  });
  expect(await ask('POST /v1/deploy', { body: { modelKey: 'a', source: 'b' } })).toMatchObject({
    status: 500,
    json: { message: 'Deployment Failed' },
  });
});

it('adds what was run to the usage of ranges that hold it, and to no others', async () => {
  const { ask } = start();
  const totals = async (query: string) =>
    ((await ask(`GET /v1/usage${query}`)).json as { data: { totalCalls: number; totalCost: number } }).data;
  const [today, past, usual] = ['?startDate=2026-01-15T08:59:00Z', '?startDate=2026-01-01&endDate=2026-01-10', ''];
  const before = await Promise.all([today, past, usual].map(totals));
  await ask('POST /v1/run', { body: run });
  await ask('POST /v1/start', { body: { ...run, modelKey: 'your-model-key', startOnly: true } });
  const after = await Promise.all([today, past, usual].map(totals));
  expect(after.map(({ totalCalls }, index) => totalCalls - (before[index]?.totalCalls ?? 0))).toEqual([2, 0, 2]);
  expect(after[0]?.totalCost).toBeGreaterThan(0);
  expect(before[2]?.totalCalls).toBeGreaterThan(0);
});

it('adds up: the whole is the sum of its models, and of its days', async () => {
  const { ask } = start();
  const usage = async (from: string, to: string) =>
    (
      (await ask(`GET /v1/usage?startDate=${from}&endDate=${to}`)).json as {
        data: { totalCalls: number; totalComputeTime: number; byModel: { calls: number; computeTime: number }[] };
      }
    ).data;
  const whole = await usage('2025-12-01T00:00:00Z', '2025-12-31T23:59:59Z');
  expect(whole.byModel.reduce((sum, { calls }) => sum + calls, 0)).toBe(whole.totalCalls);
  const halves = [
    await usage('2025-12-01T00:00:00Z', '2025-12-15T23:59:59Z'),
    await usage('2025-12-16T00:00:00Z', '2025-12-31T23:59:59Z'),
  ];
  expect(halves.reduce((sum, { totalCalls }) => sum + totalCalls, 0)).toBe(whole.totalCalls);
  expect(halves.reduce((sum, { totalComputeTime }) => sum + totalComputeTime, 0)).toBe(whole.totalComputeTime);
});

it('lists a deployed model, first deploying, then ready, and runs it', async () => {
  const { world, ask } = start({ speed: 10 });
  await ask('POST /v1/deploy', { body: { modelKey: 'mine', source: 'docker://x', environment: { GPU_TYPE: 'T4' } } });
  const find = async () =>
    ((await ask('GET /v1/models')).json as { data: { models: Record<string, unknown>[] } }).data.models.find(
      ({ modelKey }) => modelKey === 'mine',
    );
  expect(await find()).toMatchObject({ status: 'deploying' });
  await world.clock.advance(10_000);
  expect(await find()).toMatchObject({ status: 'ready' });
  expect((await ask('GET /v1/models/mine')).json).toMatchObject({ data: { config: { gpuType: 'T4' } } });
  world.set({ speed: 0 });
  expect((await ask('POST /v1/run', { body: { ...run, modelKey: 'mine' } })).status).toBe(200);
});

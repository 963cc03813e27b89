import { expect, it } from 'vitest';
import { DEMO_CREDENTIALS } from '../../../mocks/credentials';
import { fresh } from '../../support/documented';
import { createMockWorld } from '../../support/mock-world';

/** Every request of Banana.dev's documentation, as written there, and the answer written beside it. */

const BASE = 'https://api.lowcodeapi.com/bananadev';
const RUN = /^run_[0-9a-z]{12}$/;
const created = expect.any(Number) as unknown;

const run = (message: string, outputs: unknown, id = fresh(RUN), made: unknown = created) => ({
  data: { id, message, created: made, api: { callID: id, finished: true, modelOutputs: outputs } },
});
const anyText = [{ message: fresh(/./s) }];
const anyPicture = [expect.objectContaining({ image_base64: fresh(/^iVBORw0KGgo/) })];
const quantum = [{ message: 'Quantum computing is a type of computing...' }];
const haiku = [{ message: 'Code flows like water,\nBugs hide in the digital night,\nDebug brings the light.' }];

const explain = { prompt: 'Explain quantum computing in simple terms', max_tokens: 500 };
const city = { prompt: 'A futuristic city at sunset, digital art style', width: 1024, height: 1024, steps: 30 };
const lake = {
  prompt: 'A serene mountain landscape with a crystal clear lake',
  negative_prompt: 'blurry, low quality',
  width: 1024,
  height: 1024,
};
const guide = { prompt: 'Write a comprehensive guide to machine learning', max_tokens: 2000 };

const deployment = (modelKey: string) => ({
  data: { modelKey, deploymentId: fresh(/^deploy_[0-9a-z]{6}$/), status: 'deploying', createdAt: created },
});
const model = {
  modelKey: 'stable-diffusion-xl',
  name: 'Stable Diffusion XL',
  createdAt: 1707500000000,
  updatedAt: 1707600000000,
};
const detail = {
  data: {
    ...model,
    description: 'High-quality image generation model',
    config: { gpuType: 'A10G', maxConcurrency: 5 },
  },
};
const llama = { modelKey: 'llama-2-7b', name: 'Llama 2 7B', createdAt: 1707400000000, updatedAt: 1707550000000 };
const usage = {
  data: {
    totalCalls: 1250,
    totalComputeTime: 450000,
    totalCost: 45.5,
    byModel: [
      { modelKey: 'stable-diffusion-xl', calls: 800, computeTime: 300000, cost: 30.0 },
      { modelKey: 'llama-2-7b', calls: 450, computeTime: 150000, cost: 15.5 },
    ],
  },
};
const account = {
  data: { accountId: 'acc_1234567890', email: '[email protected]', plan: 'pro', createdAt: 1700000000000 },
};
const environment = { PYTHON_VERSION: '3.10', GPU_TYPE: 'A10G' };

const EXAMPLES: [line: string, body: unknown, answer: unknown][] = [
  [
    'POST /v1/start',
    { modelKey: 'your-model-key', modelInputs: explain, startOnly: false },
    run('Run created', quantum),
  ],
  [
    'POST /v1/check',
    { id: 'run_abc123xyz456', modelKey: 'your-model-key' },
    run('Run completed', quantum, 'run_abc123xyz456', 1707600000000),
  ],
  [
    'POST /v1/run',
    { modelKey: 'your-model-key', modelInputs: { prompt: 'Write a haiku about coding', max_tokens: 100 } },
    run('Run completed', haiku),
  ],
  ['GET /v1/models', undefined, { data: { models: [model, llama] } }],
  ['GET /v1/models/stable-diffusion-xl', undefined, detail],
  ['GET /v1/models/modelkey?model_key=stable-diffusion-xl', undefined, detail],
  ['GET /v1/account', undefined, account],
  ['GET /v1/usage?startDate=2026-02-01T00:00:00Z&endDate=2026-02-11T23:59:59Z', undefined, usage],
  [
    'POST /v1/deploy',
    {
      modelKey: 'my-custom-model',
      source: 'https://github.com/username/model-repo',
      environment: { ...environment, MAX_CONCURRENCY: 3 },
    },
    deployment('my-custom-model'),
  ],
  ['POST /v1/run', { modelKey: 'stable-diffusion-xl', modelInputs: city }, run('Run completed', anyPicture)],
  ['POST /v1/run', { modelKey: 'stable-diffusion-xl', modelInputs: lake }, run('Run completed', anyPicture)],
  [
    'POST /v1/deploy',
    {
      modelKey: 'my-llm-finetune',
      source: 'https://github.com/username/my-llm-repo',
      environment: { ...environment, MAX_CONCURRENCY: 5, API_KEY: 'your-custom-api-key' },
    },
    deployment('my-llm-finetune'),
  ],
];

/** Asks as the documentation writes it: the token last in the query. */
async function ask({ mock }: ReturnType<typeof createMockWorld>, line: string, body: unknown, base = BASE) {
  const [method = '', path = ''] = line.split(' ');
  const address = `${base}${path}${path.includes('?') ? '&' : '?'}api_token=${DEMO_CREDENTIALS.bananadev.user}`;
  return mock.fetch(
    new Request(address, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }),
  );
}

/** A time after the documented range: usage is told up to now. */
async function worldOfMarch() {
  const world = createMockWorld({ speed: 0 });
  await world.clock.advance(60 * 24 * 3600_000);
  return world;
}

it.each(EXAMPLES)('answers the documented %s of %j', async (line, body, answer) => {
  const response = await ask(await worldOfMarch(), line, body);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(answer);
});

it('follows the documented run in two steps', async () => {
  const world = createMockWorld({ speed: 1 });
  const start = await ask(world, 'POST /v1/start', { modelKey: 'llama-2-7b', modelInputs: guide, startOnly: true });
  const begun = (await start.json()) as { data: { id: string; api: { finished: boolean } } };
  expect(begun.data.api.finished).toBe(false);
  const check = async () => {
    const answer = await ask(world, 'POST /v1/check', { id: begun.data.id, modelKey: 'llama-2-7b' });
    return (await answer.json()) as { data: unknown };
  };
  expect(await check()).toMatchObject({ data: { message: 'Run in progress', api: { finished: false } } });
  await world.clock.advance(26_000);
  expect(await check()).toEqual(run('Run completed', anyText, begun.data.id));
});

it.each(['openapi', 'definition'])('publishes the %s, without a token, on its other host', async (name) => {
  const { mock } = createMockWorld();
  const response = await mock.fetch(new Request(`https://backend.lowcodeapi.com/bananadev/${name}`));
  expect(response.status).toBe(200);
  const text = await response.text();
  for (const path of ['/v1/start', '/v1/check', '/v1/run', '/v1/models', '/v1/account', '/v1/usage', '/v1/deploy'])
    expect(text).toContain(`"${path}"`);
  expect(text).toContain(name === 'openapi' ? '"/v1/models/{model_key}"' : '"/v1/models/modelkey"');
});

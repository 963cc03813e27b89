import type { RequestCase } from './contract-world';

const GET = { accept: 'application/json' };
const POST = { accept: 'application/json', 'content-type': 'application/json' };
const BASE = 'https://api.lowcodeapi.com/bananadev';
const TOKEN = 'api_token=own-secret';

/** The credential is in the address and in no header; a POST is sent once, whatever the answer. */
const post = (path: string, body: unknown) => [{ method: 'POST', url: `${BASE}${path}?${TOKEN}`, headers: POST, body }];
const get = (path: string, query = '') => [{ method: 'GET', url: `${BASE}${path}?${query}${TOKEN}`, headers: GET }];
const open = (path: string) => [
  { method: 'GET', url: `https://backend.lowcodeapi.com/bananadev${path}`, headers: GET },
];

export const bananadev: RequestCase[] = [
  {
    id: 'bananadev.start',
    example: post('/v1/start', {
      modelKey: 'your-model-key',
      modelInputs: { prompt: 'Explain quantum computing in simple terms', max_tokens: 500 },
      startOnly: false,
    }),
    input: { modelKey: 'm', modelInputs: {} },
    least: post('/v1/start', { modelKey: 'm', modelInputs: {} }),
  },
  {
    id: 'bananadev.run',
    example: post('/v1/run', {
      modelKey: 'your-model-key',
      modelInputs: { prompt: 'Write a haiku about coding', max_tokens: 100 },
    }),
    input: { modelKey: 'm', modelInputs: { deep: { list: [1, null, 'ü'] } } },
    least: post('/v1/run', { modelKey: 'm', modelInputs: { deep: { list: [1, null, 'ü'] } } }),
  },
  {
    id: 'bananadev.check',
    example: post('/v1/check', { id: 'run_abc123xyz456', modelKey: 'your-model-key' }),
    input: { id: 'r', modelKey: 'm' },
    least: post('/v1/check', { id: 'r', modelKey: 'm' }),
  },
  { id: 'bananadev.listModels', example: get('/v1/models'), input: {}, least: get('/v1/models') },
  {
    id: 'bananadev.getModel',
    // the old format is asked after the new one has failed, and only here, where the two differ
    example: [
      ...get('/v1/models/stable-diffusion-xl'),
      ...get('/v1/models/modelkey', 'model_key=stable-diffusion-xl&'),
    ],
    input: { model_key: 'a b/c' },
    least: [...get('/v1/models/a%20b%2Fc'), ...get('/v1/models/modelkey', 'model_key=a+b%2Fc&')],
  },
  { id: 'bananadev.account', example: get('/v1/account'), input: {}, least: get('/v1/account') },
  {
    id: 'bananadev.usage',
    example: get('/v1/usage', 'startDate=2026-02-01T00%3A00%3A00Z&endDate=2026-02-11T23%3A59%3A59Z&'),
    input: { startDate: '2026-02-01' },
    least: get('/v1/usage', 'startDate=2026-02-01&'),
  },
  {
    id: 'bananadev.deploy',
    example: post('/v1/deploy', {
      modelKey: 'my-custom-model',
      source: 'https://github.com/username/model-repo',
      environment: { PYTHON_VERSION: '3.10', GPU_TYPE: 'A10G', MAX_CONCURRENCY: 3 },
    }),
    input: { modelKey: 'm', source: 'docker.io/lab/m:1' },
    least: post('/v1/deploy', { modelKey: 'm', source: 'docker.io/lab/m:1' }),
  },
  { id: 'bananadev.openapi', example: open('/openapi'), input: {}, least: open('/openapi') },
  { id: 'bananadev.definition', example: open('/definition'), input: {}, least: open('/definition') },
];

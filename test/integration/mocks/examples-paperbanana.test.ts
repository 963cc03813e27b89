import { expect, it } from 'vitest';
import { DEMO_CREDENTIALS } from '../../../mocks/credentials';
import { documented, fresh } from '../../support/documented';
import { createMockWorld } from '../../support/mock-world';

/** Every request of PaperBanana's documentation, as written there, and the answer written beside it. */

const BASE = 'https://api.paperbanana.me';
const { user, admin } = DEMO_CREDENTIALS.paperbanana;
const KEY = 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6';
const accepted = { task_id: fresh(/^[0-9a-f]{32}$/), status: 'pending' };

const generate = {
  source_context: 'Our model uses a 6-layer Transformer encoder with multi-head self-attention.',
  caption: 'Figure 1: Transformer encoder architecture',
  iterations: 3,
  aspect_ratio: '16:9',
  output_formats: ['png'],
  vlm_provider: 'kie',
  vlm_model: 'gemini-2.5-flash',
  image_model: 'nano-banana-pro',
  image_resolution: '4K',
};
const shortSource = 'Our model uses a 6-layer Transformer encoder...';
const callback = {
  source_context: shortSource,
  caption: 'Figure 1: Transformer architecture',
  iterations: 3,
  webhook_url: 'https://your-server.com/pb-callback',
  webhook_include_image: false,
};
const fromPdf = {
  pdf_base64: 'JVBERi0xLjQKJSVFT0YK',
  caption: 'Figure 1: Overall methodology pipeline',
  pages: '2-4',
  output_formats: ['png'],
};
const optimize = {
  description:
    'Draw a transformer encoder with token embeddings, positional encoding, 6 encoder blocks, and a classifier head.',
  source_context: 'Our model uses a 6-layer Transformer encoder with multi-head self-attention.',
  caption: 'Figure 1: Transformer encoder architecture',
  diagram_type: 'methodology',
};
const plot = {
  data_json: '{"models":["ResNet-50","ViT-B/16","EfficientNet-B4"],"accuracy":[76.1,81.8,82.9]}',
  intent: 'Bar chart comparing model accuracy with value labels',
  iterations: 3,
  aspect_ratio: '4:3',
  output_formats: ['png', 'svg', 'pdf'],
  vlm_provider: 'apimart',
  vlm_model: 'gemini-2.5-flash',
};
const composite = {
  source_task_ids: ['task_a', 'task_b', 'task_c'],
  layout: '1x3',
  labels: ['(a)', '(b)', '(c)'],
  spacing: 20,
  label_position: 'bottom',
  label_font_size: 32,
};

const key = {
  key: 'pb_a1b2c3...',
  name: 'my-app',
  quota_remaining: 87,
  quota_total: 100,
  total_used: 13,
  active: true,
  created_at: '2026-02-15T10:30:00+00:00',
};

type Example = [what: string, secret: string | null, line: string, body: unknown, status: number, answer: unknown];

const EXAMPLES: Example[] = [
  ['health', null, 'GET /api/health', undefined, 200, { status: 'ok', version: '0.1.2' }],
  ['a diagram', user, 'POST /api/generate', generate, 202, accepted],
  [
    'a diagram, in other languages',
    user,
    'POST /api/generate',
    { ...generate, source_context: shortSource },
    202,
    accepted,
  ],
  ['a diagram with a webhook', user, 'POST /api/generate', callback, 202, accepted],
  [
    'a diagram from a PDF',
    user,
    'POST /api/generate-from-pdf',
    { ...fromPdf, iterations: 3, aspect_ratio: '16:9' },
    202,
    accepted,
  ],
  ['a diagram from a PDF, in other languages', user, 'POST /api/generate-from-pdf', fromPdf, 202, accepted],
  ['a better prompt', user, 'POST /api/optimize-prompt', optimize, 202, accepted],
  [
    'a better prompt, in other languages',
    user,
    'POST /api/optimize-prompt',
    { ...optimize, description: 'Draw a transformer encoder with token embeddings...', source_context: shortSource },
    202,
    accepted,
  ],
  ['a plot', user, 'POST /api/plot', plot, 202, accepted],
  ['a composite', user, 'POST /api/composite', composite, 202, accepted],
  [
    'a task',
    user,
    'GET /api/tasks/a1b2c3d4e5f6',
    undefined,
    200,
    {
      task_id: 'a1b2c3d4e5f6',
      status: 'completed',
      diagram_type: 'statistical_plot',
      image_base64: 'iVBORw0KGgo...',
      artifacts: {
        png: {
          format: 'png',
          media_type: 'image/png',
          download_url: 'https://api.paperbanana.me/api/tasks/a1b2c3d4e5f6/image',
        },
        svg: {
          format: 'svg',
          media_type: 'image/svg+xml',
          download_url: 'https://api.paperbanana.me/api/tasks/a1b2c3d4e5f6/image?format=svg',
        },
        pdf: {
          format: 'pdf',
          media_type: 'application/pdf',
          download_url: 'https://api.paperbanana.me/api/tasks/a1b2c3d4e5f6/image?format=pdf',
        },
      },
      description: 'The diagram shows...',
      error: null,
    },
  ],
  [
    'a new key',
    admin,
    'POST /api/admin/keys',
    { name: 'my-app', quota: 100 },
    201,
    {
      key: fresh(/^pb_[0-9a-f]{32}$/),
      name: 'my-app',
      quota_remaining: 100,
      quota_total: 100,
      total_used: 0,
      active: true,
      created_at: fresh(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/),
      webhook_url: null,
    },
  ],
  [
    'a key',
    admin,
    `GET /api/admin/keys/${KEY}`,
    undefined,
    200,
    {
      ...key,
      usage_log: [{ id: 1, task_id: 'abc123...', endpoint: 'generate', created_at: '2026-02-15T11:00:00+00:00' }],
    },
  ],
  [
    'a changed key',
    admin,
    'PATCH /api/admin/keys/pb_a1b2c3...',
    { quota_remaining: 150, quota_total: 200, active: true },
    200,
    { ...key, quota_remaining: 150, quota_total: 200 },
  ],
  ['a deleted key', admin, 'DELETE /api/admin/keys/pb_a1b2c3...', undefined, 204, ''],
];

async function send(line: string, secret: string | null, body: unknown) {
  const [method = '', path = ''] = line.split(' ');
  const { mock } = createMockWorld({ speed: 0 });
  return mock.fetch(
    new Request(BASE + path, {
      method,
      headers: {
        ...(secret !== null && { authorization: `Bearer ${secret}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}

it.each(EXAMPLES)('answers the documented request for %s', async (_what, secret, line, body, status, answer) => {
  const response = await send(line, secret, body);
  expect(response.status).toBe(status);
  const text = await response.text();
  expect(text === '' ? '' : (JSON.parse(text) as unknown)).toEqual(documented(answer));
});

it('lists the documented key first, for it is the newest', async () => {
  const list = (await (await send('GET /api/admin/keys', admin, undefined)).json()) as unknown[];
  expect(list[0]).toEqual(documented(key));
});

it.each([
  ['', 'image/png', '\x89PNG'],
  ['?format=svg', 'image/svg+xml', '<svg'],
  ['?format=pdf', 'application/pdf', '%PDF'],
])('gives the documented task’s picture as %j', async (query, type, magic) => {
  const response = await send(`GET /api/tasks/a1b2c3d4e5f6/image${query}`, user, undefined);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe(magic);
});

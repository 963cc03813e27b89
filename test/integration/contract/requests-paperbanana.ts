import type { RequestCase } from './contract-world';

const USER = { accept: 'application/json', authorization: 'Bearer own-secret' };
const POST = { ...USER, 'content-type': 'application/json' };
const HOST = 'https://api.paperbanana.me';
const KEY = 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6';

export const paperbanana: RequestCase[] = [
  {
    id: 'paperbanana.health',
    example: [{ method: 'GET', url: `${HOST}/api/health`, headers: { accept: 'application/json' } }],
    input: {},
    least: [{ method: 'GET', url: `${HOST}/api/health`, headers: { accept: 'application/json' } }],
  },
  {
    id: 'paperbanana.generate',
    example: [
      {
        method: 'POST',
        url: `${HOST}/api/generate`,
        headers: POST,
        body: {
          source_context: 'Our model uses a 6-layer Transformer encoder with multi-head self-attention.',
          caption: 'Figure 1: Transformer encoder architecture',
          iterations: 3,
          aspect_ratio: '16:9',
          output_formats: ['png'],
          vlm_provider: 'kie',
          vlm_model: 'gemini-2.5-flash',
          image_model: 'nano-banana-pro',
          image_resolution: '4K',
        },
      },
    ],
    input: { source_context: ' Six layers. ', caption: 'A' },
    least: [
      {
        method: 'POST',
        url: `${HOST}/api/generate`,
        headers: POST,
        body: { source_context: 'Six layers.', caption: 'A' },
      },
    ],
  },
  {
    id: 'paperbanana.generateFromPdf',
    example: [
      {
        method: 'POST',
        url: `${HOST}/api/generate-from-pdf`,
        headers: POST,
        body: {
          pdf_base64: 'JVBERi0xLjQKJSVFT0YK',
          caption: 'Figure 1: Overall methodology pipeline',
          pages: '2-4',
          iterations: 3,
          aspect_ratio: '16:9',
          output_formats: ['png'],
        },
      },
    ],
    input: { pdf_base64: '$file', caption: 'A', pages: ' 1, 3-5 ' },
    least: [
      {
        method: 'POST',
        url: `${HOST}/api/generate-from-pdf`,
        headers: POST,
        // the four bytes of the file
        body: { pdf_base64: 'JVBERg==', caption: 'A', pages: '1,3-5' },
      },
    ],
  },
  {
    id: 'paperbanana.plot',
    example: [
      {
        method: 'POST',
        url: `${HOST}/api/plot`,
        headers: POST,
        body: {
          data_json: '{"models":["ResNet-50","ViT-B/16","EfficientNet-B4"],"accuracy":[76.1,81.8,82.9]}',
          intent: 'Bar chart comparing model accuracy with value labels',
          iterations: 3,
          aspect_ratio: '4:3',
          output_formats: ['png', 'svg', 'pdf'],
          vlm_provider: 'apimart',
          vlm_model: 'gemini-2.5-flash',
        },
      },
    ],
    // the data itself: the string that holds it is made here
    input: { data_json: [{ x: 1 }], intent: 'A line' },
    least: [
      {
        method: 'POST',
        url: `${HOST}/api/plot`,
        headers: POST,
        body: { data_json: '[{"x":1}]', intent: 'A line' },
      },
    ],
  },
  {
    id: 'paperbanana.optimizePrompt',
    example: [
      {
        method: 'POST',
        url: `${HOST}/api/optimize-prompt`,
        headers: POST,
        body: {
          description:
            'Draw a transformer encoder with token embeddings, positional encoding, 6 encoder blocks, and a classifier head.',
          source_context: 'Our model uses a 6-layer Transformer encoder with multi-head self-attention.',
          caption: 'Figure 1: Transformer encoder architecture',
          diagram_type: 'methodology',
        },
      },
    ],
    input: { description: 'An encoder' },
    least: [{ method: 'POST', url: `${HOST}/api/optimize-prompt`, headers: POST, body: { description: 'An encoder' } }],
  },
  {
    id: 'paperbanana.composite',
    example: [
      {
        method: 'POST',
        url: `${HOST}/api/composite`,
        headers: POST,
        body: {
          source_task_ids: ['task_a', 'task_b', 'task_c'],
          layout: '1x3',
          labels: ['(a)', '(b)', '(c)'],
          spacing: 20,
          label_position: 'bottom',
          label_font_size: 32,
        },
      },
    ],
    input: { source_task_ids: ['t1', 't2'] },
    least: [{ method: 'POST', url: `${HOST}/api/composite`, headers: POST, body: { source_task_ids: ['t1', 't2'] } }],
  },
  {
    id: 'paperbanana.task',
    example: [{ method: 'GET', url: `${HOST}/api/tasks/a1b2c3d4e5f6`, headers: USER }],
    input: { task_id: 'a/b ?' },
    least: [{ method: 'GET', url: `${HOST}/api/tasks/a%2Fb%20%3F`, headers: USER }],
  },
  {
    id: 'paperbanana.taskImage',
    example: [{ method: 'GET', url: `${HOST}/api/tasks/a1b2c3d4e5f6/image`, headers: { ...USER, accept: '*/*' } }],
    input: { task_id: 't1', format: 'svg' },
    least: [{ method: 'GET', url: `${HOST}/api/tasks/t1/image?format=svg`, headers: { ...USER, accept: '*/*' } }],
  },
  {
    id: 'paperbanana.listKeys',
    example: [{ method: 'GET', url: `${HOST}/api/admin/keys`, headers: USER }],
    input: {},
    least: [{ method: 'GET', url: `${HOST}/api/admin/keys`, headers: USER }],
  },
  {
    id: 'paperbanana.createKey',
    example: [{ method: 'POST', url: `${HOST}/api/admin/keys`, headers: POST, body: { name: 'my-app', quota: 100 } }],
    input: { name: 'lab', webhook_url: 'https://lab.example/hook', webhook_secret: 's3cret' },
    least: [
      {
        method: 'POST',
        url: `${HOST}/api/admin/keys`,
        headers: POST,
        body: { name: 'lab', webhook_url: 'https://lab.example/hook', webhook_secret: 's3cret' },
      },
    ],
  },
  {
    id: 'paperbanana.getKey',
    example: [{ method: 'GET', url: `${HOST}/api/admin/keys/${KEY}`, headers: USER }],
    input: { key: 'pb_1' },
    least: [{ method: 'GET', url: `${HOST}/api/admin/keys/pb_1`, headers: USER }],
  },
  {
    id: 'paperbanana.updateKey',
    example: [
      {
        method: 'PATCH',
        url: `${HOST}/api/admin/keys/${KEY}`,
        headers: POST,
        body: { quota_remaining: 150, quota_total: 200, active: true },
      },
    ],
    // an empty text takes the address away
    input: { key: 'pb_1', webhook_url: '' },
    least: [{ method: 'PATCH', url: `${HOST}/api/admin/keys/pb_1`, headers: POST, body: { webhook_url: '' } }],
  },
  {
    id: 'paperbanana.deleteKey',
    example: [{ method: 'DELETE', url: `${HOST}/api/admin/keys/${KEY}`, headers: USER }],
    input: { key: 'pb_1' },
    least: [{ method: 'DELETE', url: `${HOST}/api/admin/keys/pb_1`, headers: USER }],
  },
];

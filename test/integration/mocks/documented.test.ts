import { expect, it } from 'vitest';
import { createMockWorld } from '../../support/mock-world';
import { pdfOfPages } from '../../support/pdfs';

/** The documentation's own requests, and the shapes of its answers. */

const documentedGenerate = {
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

const accepted = { task_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string, status: 'pending' };

it('answers the health check without a key', async () => {
  const { mock } = createMockWorld();
  const response = await mock.fetch(new Request('https://api.paperbanana.me/api/health'));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok', version: '0.1.2' });
});

it('accepts the documented diagram from text', async () => {
  const { status, json } = await createMockWorld().post('/api/generate', documentedGenerate);
  expect(status).toBe(202);
  expect(json).toEqual(accepted);
});

it('accepts the documented webhook example', async () => {
  const { status } = await createMockWorld().post('/api/generate', {
    source_context: 'Our model uses a 6-layer Transformer encoder...',
    caption: 'Figure 1: Transformer architecture',
    iterations: 3,
    webhook_url: 'https://your-server.com/pb-callback',
    webhook_include_image: false,
  });
  expect(status).toBe(202);
});

it.each([
  { vlm_provider: 'kie', vlm_model: 'gemini-2.5-flash' },
  { vlm_provider: 'apimart', vlm_model: 'gemini-2.5-flash' },
  { image_model: 'gpt-image-2-text-to-image', aspect_ratio: '16:9', image_resolution: '4K' },
])('accepts the documented options %j', async (options) => {
  const { status } = await createMockWorld().post('/api/generate', {
    source_context: 'text',
    caption: 'c',
    ...options,
  });
  expect(status).toBe(202);
});

it.each(['', 'data:application/pdf;base64,'])(
  'accepts the documented diagram from a PDF, base64 behind %j',
  async (prefix) => {
    const pdf = await pdfOfPages(5);
    const { status, json } = await createMockWorld().post('/api/generate-from-pdf', {
      pdf_base64: prefix + pdf.toString('base64'),
      caption: 'Figure 1: Overall methodology pipeline',
      pages: '2-4',
      iterations: 3,
      aspect_ratio: '16:9',
      output_formats: ['png'],
    });
    expect(status).toBe(202);
    expect(json).toEqual(accepted);
  },
);

it('walks a task through the documented states to the documented record', async () => {
  const world = createMockWorld();
  const { json } = await world.post('/api/generate', documentedGenerate);
  const path = `/api/tasks/${String(json['task_id'])}`;
  const statuses: unknown[] = [];
  for (let seconds = 0; seconds <= 120; seconds += 4) {
    statuses.push((await world.get(path)).json['status']);
    await world.clock.advance(4000);
  }
  expect([...new Set(statuses)]).toEqual(['pending', 'running', 'completed']);
  const { status, json: task } = await world.get(path);
  expect(status).toBe(200);
  expect(task).toEqual({
    task_id: json['task_id'],
    status: 'completed',
    diagram_type: 'methodology',
    image_base64: expect.stringMatching(/^iVBORw0KGgo/) as string,
    artifacts: {
      png: { format: 'png', media_type: 'image/png', download_url: `https://api.paperbanana.me${path}/image` },
    },
    description: expect.stringMatching(/^The diagram /) as string,
    error: null,
  });
});

it('tells nothing but the state while a task runs', async () => {
  const world = createMockWorld();
  const { json } = await world.post('/api/generate', documentedGenerate);
  const task = (await world.get(`/api/tasks/${String(json['task_id'])}`)).json;
  expect(task).toMatchObject({
    status: 'pending',
    image_base64: null,
    artifacts: null,
    description: null,
    error: null,
  });
});

it('gives the image as a download, the same bytes as the poll', async () => {
  const world = createMockWorld({ speed: 0 });
  const { json } = await world.post('/api/generate', documentedGenerate);
  const path = `/api/tasks/${String(json['task_id'])}`;
  const { json: task } = await world.get(path);
  const response = await world.ask('GET', `${path}/image`, {});
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('content-disposition')).toContain('attachment');
  expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
  expect(Number(response.headers.get('content-length'))).toBe(
    Buffer.from(String(task['image_base64']), 'base64').byteLength,
  );
});

it('has no image before the end, none for an unknown task, none in a format that diagrams lack', async () => {
  const world = createMockWorld();
  const { json } = await world.post('/api/generate', documentedGenerate);
  const path = `/api/tasks/${String(json['task_id'])}/image`;
  expect(await world.get(path)).toMatchObject({ status: 404, json: { detail: 'Image not available yet' } });
  expect(await world.get('/api/tasks/ffff/image')).toMatchObject({ status: 404, json: { detail: 'Task not found' } });
  await world.clock.advance(121_000);
  expect((await world.get(path)).status).toBe(200);
  expect((await world.get(`${path}?format=svg`)).status).toBe(404);
});

it('keeps a used-up key able to read what it paid for', async () => {
  const world = createMockWorld({ speed: 0, failures: { quota: 1 } });
  const { json } = await world.post('/api/generate', documentedGenerate);
  expect((await world.get(`/api/tasks/${String(json['task_id'])}`)).status).toBe(200);
});

it('serves any base address, below a path too', async () => {
  const { mock } = createMockWorld();
  for (const base of ['http://localhost:8000', 'https://lab.example/paperbanana'])
    expect((await mock.fetch(new Request(`${base}/api/health`))).status).toBe(200);
});

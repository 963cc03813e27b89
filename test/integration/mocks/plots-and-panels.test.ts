import { PDFDocument } from 'pdf-lib';
import { expect, it } from 'vitest';
import { createMockWorld, finishJob } from '../../support/mock-world';

const plot = { data_json: '{"a":[1,2,3]}', intent: 'bars' };
type World = ReturnType<typeof createMockWorld>;

async function submit(world: World, path: string, body: Record<string, unknown>): Promise<string> {
  const answer = await world.post(path, body);
  expect(answer.status).toBe(202);
  return String(answer.json['task_id']);
}

it.each([
  ['', /^Invalid JSON in data_json: Expecting value: line 1 column 1 \(char 0\)$/],
  ['{a: 1}', /line 1 column 2 \(char 1\)$/],
  ['{"a": 1,\n x}', /line 2 column 2 \(char 10\)$/],
])('refuses the data %j where it breaks', async (data_json, detail) => {
  const answer = await createMockWorld().post('/api/plot', { ...plot, data_json });
  expect(answer.status).toBe(422);
  expect(answer.json['detail']).toMatch(detail);
});

it('wants the data as a text, never as an object', async () => {
  const answer = await createMockWorld().post('/api/plot', { ...plot, data_json: { a: [1] } });
  expect(answer).toMatchObject({
    status: 422,
    json: { detail: [{ type: 'string_type', loc: ['body', 'data_json'] }] },
  });
});

it('offers the formats that were asked for, and the PNG always', async () => {
  const world = createMockWorld({ speed: 0 });
  const id = await submit(world, '/api/plot', { ...plot, output_formats: ['pdf'] });
  const task = (await world.get(`/api/tasks/${id}`)).json;
  expect(Object.keys(task['artifacts'] as object)).toEqual(['png', 'pdf']);
  expect((await world.get(`/api/tasks/${id}/image?format=svg`)).status).toBe(404);
});

it('gives a PDF that is one, the same every time', async () => {
  const bytes = async () => {
    const { mock } = createMockWorld();
    const { DEMO_HEADERS } = await import('../../support/mock-world');
    const url = 'https://x.test/api/tasks/a1b2c3d4e5f6/image?format=pdf';
    return Buffer.from(await (await mock.fetch(new Request(url, { headers: DEMO_HEADERS }))).arrayBuffer());
  };
  const first = await bytes();
  expect((await PDFDocument.load(first)).getPageCount()).toBe(1);
  expect(await bytes()).toEqual(first);
});

it('has text and no picture at the end of a better prompt', async () => {
  const world = createMockWorld({ speed: 0 });
  const id = await submit(world, '/api/optimize-prompt', { description: 'Draw a router with a, b, and c.' });
  const task = (await world.get(`/api/tasks/${id}`)).json;
  expect(task).toMatchObject({ diagram_type: 'prompt_optimization', image_base64: null, artifacts: null });
  expect(task['description']).toContain('Draw a router with a, b, and c.');
  expect((await world.get(`/api/tasks/${id}/image`)).status).toBe(404);
});

const pair = ['task_a', 'task_b'];

it.each<[Record<string, unknown>, number, RegExp]>([
  [{ source_task_ids: ['task_a'], layout: '0x9' }, 422, /at least two/],
  [{ source_task_ids: ['task_a', 'nope'], layout: 'zzz' }, 404, /^Task not found: nope$/],
  [{ source_task_ids: pair, layout: 'zzz', labels: ['x'] }, 422, /Invalid layout 'zzz'/],
  [{ source_task_ids: pair, layout: '0x2' }, 422, /must be at least 1/],
  [{ source_task_ids: pair, layout: '1x1', labels: ['x'] }, 422, /1 cells for 2 panels/],
  [{ source_task_ids: pair, labels: ['x'] }, 422, /1 entries for 2/],
])('refuses the composite %j with %d', async (body, status, detail) => {
  const answer = await createMockWorld().post('/api/composite', body);
  expect(answer.status).toBe(status);
  expect(answer.json['detail']).toMatch(detail);
});

it('refuses a panel that is not done, and one that has no picture', async () => {
  const world = createMockWorld();
  const running = await submit(world, '/api/plot', plot);
  const detail = async (id: string) =>
    (await world.post('/api/composite', { source_task_ids: ['task_a', id] })).json['detail'];
  expect(await detail(running)).toBe(`Task ${running} is not completed (status: pending)`);
  const text = await submit(world, '/api/optimize-prompt', { description: 'd' });
  await world.clock.advance(30_000);
  expect(await detail(text)).toBe(`Task ${text} has no image available`);
});

it('takes no unit for a refused composite, one for an accepted', async () => {
  const world = createMockWorld({ failures: { quota: 1 } });
  expect((await world.post('/api/composite', { source_task_ids: ['task_a'] })).status).toBe(422);
  expect((await world.post('/api/composite', { source_task_ids: pair })).status).toBe(202);
  expect((await world.post('/api/composite', { source_task_ids: pair })).status).toBe(403);
});

it('puts figures together, also ones that are put together already, and beyond their own end', async () => {
  const world = createMockWorld({ speed: 0 });
  const own = await finishJob(world, { source_context: 's', caption: 'c' });
  const inner = await submit(world, '/api/composite', { source_task_ids: ['task_a', own], labels: ['i', 'ii'] });
  const outer = await submit(world, '/api/composite', {
    source_task_ids: [inner, 'a1b2c3d4e5f6'],
    label_position: 'top',
  });
  const svg = (await world.get(`/api/tasks/${outer}/image`)).text;
  expect(svg.match(/<svg /g)).toHaveLength(5);
  expect((await world.get(`/api/tasks/${outer}`)).json).toMatchObject({
    diagram_type: 'composite',
    description: 'The figure shows 2 panels in a 1x2 grid: (a), (b)',
  });
});

import { expect, it } from 'vitest';
import { createMockClient } from '../../support/mock-client';
import { createMockWorld } from '../../support/mock-world';

const KEYS = '/api/admin/keys';
const good = { source_context: 's', caption: 'c' };

interface Key {
  key: string;
  name: string;
  quota_remaining: number | null;
  total_used: number;
  usage_log?: { task_id: string; endpoint: string }[];
}

function start(options: Parameters<typeof createMockWorld>[0] = {}) {
  const world = createMockWorld({ speed: 0, ...options });
  const ask = createMockClient(world, 'paperbanana');
  const admin: typeof ask = (line, rest) => ask(line, { role: 'admin', ...rest });
  const make = async (body: unknown): Promise<Key> => (await admin(`POST ${KEYS}`, { body })).json as Key;
  return { world, ask, admin, make };
}

it('makes a key that works at once, counts down its units and logs where they went', async () => {
  const { ask, admin, make } = start();
  const { key } = await make({ name: 'lab', quota: 2 });
  const first = await ask('POST /api/generate', { body: good, secret: key });
  expect(first.status).toBe(202);
  const { task_id } = first.json as { task_id: string };
  await ask('POST /api/optimize-prompt', { body: { description: 'd' }, secret: key });
  expect(await ask('POST /api/generate', { body: good, secret: key })).toMatchObject({
    status: 403,
    json: { detail: 'Quota exhausted' },
  });
  const record = (await admin(`GET ${KEYS}/${key}`)).json as Key;
  expect(record).toMatchObject({ quota_remaining: 0, quota_total: 2, total_used: 2 });
  expect(record.usage_log?.map(({ endpoint }) => endpoint)).toEqual(['optimize-prompt', 'generate']);
  expect(record.usage_log?.[1]?.task_id).toBe(task_id);
});

it('shows a task to the key that it was submitted with, and to no other', async () => {
  const { ask, make } = start();
  const { key } = await make({ name: 'lab', quota: 2 });
  const { task_id } = (await ask('POST /api/generate', { body: good, secret: key })).json as { task_id: string };
  expect((await ask(`GET /api/tasks/${task_id}`, { secret: key })).status).toBe(200);
  expect((await ask(`GET /api/tasks/${task_id}`)).json).toEqual({ detail: 'Task not found' });
  expect((await ask(`GET /api/tasks/${task_id}/image`)).status).toBe(404);
});

it('disables, enables and deletes a key', async () => {
  const { ask, admin, make } = start();
  const { key } = await make({ name: 'lab', quota: 5 });
  const submit = () => ask('POST /api/generate', { body: good, secret: key });
  await admin(`PATCH ${KEYS}/${key}`, { body: { active: false } });
  expect(await submit()).toMatchObject({ status: 403, json: { detail: 'API key is disabled' } });
  await admin(`PATCH ${KEYS}/${key}`, { body: { active: true } });
  expect((await submit()).status).toBe(202);
  const gone = await admin(`DELETE ${KEYS}/${key}`);
  expect([gone.status, gone.text, gone.headers.get('content-type')]).toEqual([204, '', 'application/json']);
  expect(await submit()).toMatchObject({ status: 401, json: { detail: 'Invalid API key' } });
  expect(await admin(`GET ${KEYS}/${key}`)).toMatchObject({ status: 404, json: { detail: 'API key not found' } });
});

it('leaves what is null, takes away what is empty, and ignores a name', async () => {
  const { admin, make } = start({ behaviour: 'observed' });
  const { key } = await make({ name: 'lab', quota: 5, webhook_url: 'https://a.test/hook', webhook_secret: 's' });
  const patch = async (body: unknown) => (await admin(`PATCH ${KEYS}/${key}`, { body })).json;
  expect(await patch({ webhook_url: null, quota_remaining: null, name: 'other' })).toMatchObject({
    name: 'lab',
    webhook_url: 'https://a.test/hook',
    quota_remaining: 5,
  });
  expect(await patch({ webhook_url: '' })).toMatchObject({ webhook_url: null });
  expect(JSON.stringify(await patch({ webhook_secret: 't' }))).not.toContain('webhook_secret');
});

it('lists the newest key first: shortened as documented, whole as observed', async () => {
  const { world, admin, make } = start();
  const { key } = await make({ name: 'lab', quota: 5 });
  const names = async () => ((await admin(`GET ${KEYS}`)).json as Key[]).map((item) => [item.name, item.key]);
  expect((await names())[0]).toEqual(['lab', `${key.slice(0, 9)}...`]);
  world.set({ behaviour: 'observed' });
  expect((await names())[0]).toEqual(['lab', key]);
});

it('takes a missing quota for no limit as documented, and misses it as observed', async () => {
  const { world, admin } = start();
  expect(await admin(`POST ${KEYS}`, { body: { name: 'lab' } })).toMatchObject({
    status: 201,
    json: { quota_remaining: null, quota_total: null },
  });
  world.set({ behaviour: 'observed' });
  expect(await admin(`POST ${KEYS}`, { body: { name: 'lab' } })).toMatchObject({
    status: 422,
    json: { detail: [{ type: 'missing', loc: ['body', 'quota'] }] },
  });
});

it.each([
  [{ quota: 1 }, ['body', 'name']],
  [{ name: 'a', quota: -1 }, ['body', 'quota']],
  [{ name: 'a', quota: 1.5 }, ['body', 'quota']],
  [{ name: 7, quota: 1 }, ['body', 'name']],
])('refuses the new key %j at %j', async (body, loc) => {
  const answer = await start().admin(`POST ${KEYS}`, { body });
  expect(answer).toMatchObject({ status: 422, json: { detail: [{ loc }] } });
});

it.each([
  [null, 'Missing or invalid Authorization header'],
  ['pb_demo00000000000000000000000000000', 'Invalid admin key'],
])('refuses the admin key %j', async (secret, detail) => {
  for (const line of [`GET ${KEYS}`, `GET ${KEYS}/x`, `DELETE ${KEYS}/x`])
    expect(await start().admin(line, { secret })).toMatchObject({ status: 401, json: { detail } });
  expect(await start().admin(`POST ${KEYS}`, { secret, body: { name: 'a', quota: 1 } })).toMatchObject({ status: 401 });
});

it('has no history as documented, and one beyond a restart as observed', async () => {
  const { world, ask, admin } = start();
  expect(await admin('GET /api/admin/history')).toMatchObject({ status: 404, json: { detail: 'Not Found' } });
  world.set({ behaviour: 'observed' });
  const { task_id } = (await ask('POST /api/generate', { body: good })).json as { task_id: string };
  await world.mock.restart();
  expect((await ask(`GET /api/tasks/${task_id}`)).status).toBe(404);
  const page = (await admin('GET /api/admin/history?size=2')).json as { items: { task_id: string }[] };
  expect(page).toMatchObject({ total: 5, page: 1, size: 2, pages: 3 });
  expect(page.items[0]?.task_id).toBe(task_id);
  const keys = ['task_id', 'api_key', 'key_name', 'endpoint', 'diagram_type', 'status', 'created_at', 'completed_at'];
  for (const item of page.items) expect(Object.keys(item)).toEqual(keys);
  const item = await admin(`GET /api/admin/history/${task_id}`);
  expect(item.json).toMatchObject({ status: 'completed', error: null, webhook_status: null });
  expect(Object.keys(item.json as object)).toEqual([
    ...[...keys, 'input_params', 'description', 'error', 'image_path'],
    ...['webhook_status', 'webhook_attempts', 'webhook_last_error', 'image_base64'],
  ]);
  expect((item.json as { image_base64: string }).image_base64).toMatch(/^iVBORw0KGgo/);
  expect(((await admin('GET /api/admin/history?endpoint=plot')).json as { total: number }).total).toBe(2);
  expect((await admin('GET /api/admin/history/99')).status).toBe(404);
});

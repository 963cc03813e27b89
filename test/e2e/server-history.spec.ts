import { json, startLoopbackServer, type LoopbackServer } from '../support/loopback-server';
import type { ProfileView } from '../../src/shared/contract';
import { expect, test as base, type App } from './app';
import { expectNoFindings } from './axe';
import { liveSettings, setKey } from './live';
import { PNG } from './png';

const TASK = '0123456789abcdef0123456789abcdef';
const ADMIN_KEY = 'admin-key-0123456789';
const HISTORY = 'GET /api/admin/history';
/** As observed servers list it: no id besides the task's. */
const ITEM = {
  task_id: TASK,
  api_key: 'pb_0123456789abcdef0123456789abcdef',
  key_name: 'lab',
  endpoint: 'generate',
  diagram_type: 'methodology',
  status: 'completed',
  created_at: '2026-11-21T23:07:45.817320+00:00',
  completed_at: '2026-11-21T23:08:31.002113+00:00',
};
const OTHER = { ...ITEM, task_id: 'f'.repeat(32) };
const ENTRY = `GET /api/admin/history/${TASK}`;

const page = (items: object[], number = 1, pages = 1) =>
  json(200, { items, total: 100 * pages, page: number, size: 100, pages });

/** The window with a job that its server had accepted and then forgotten, and an admin profile of that server. */
const test = base.extend<{ server: LoopbackServer; forgotten: App }>({
  server: async ({}, use) => {
    const server = await startLoopbackServer();
    server.on('GET /api/health', json(200, { status: 'ok', version: '0.1.2' }));
    server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
    server.on(`GET /api/tasks/${TASK}`, json(404, { detail: 'Task not found' }));
    await use(server);
    await server.close();
  },
  forgotten: async ({ launch, server }, use) => {
    const app = await launch({ demo: false, settings: liveSettings(server.url) });
    await setKey(app, 'pb_0123456789abcdef0123456789abcdef');
    await addAdmin(app, server.url);
    await app.create.open('Diagram from text');
    await app.page.getByRole('textbox', { name: 'Method' }).fill('A method.');
    await app.create.caption.fill('Forgotten by its server');
    await app.page.keyboard.press('Control+Enter');
    await expect(app.queue.state('Failed')).toBeVisible({ timeout: 30_000 });
    await use(app);
  },
});

async function addAdmin({ page }: App, baseUrl: string): Promise<void> {
  const reply = (await page.evaluate((profile) => window.plantain.call('profile.save', profile), {
    provider: 'paperbanana',
    name: 'Lab admin',
    baseUrl,
    role: 'admin',
  })) as { value: ProfileView };
  const key = { id: reply.value.id, secret: ADMIN_KEY, keep: 'session' };
  expect(await page.evaluate((key) => window.plantain.call('profile.setSecret', key), key)).toMatchObject({ ok: true });
}

const problem = ({ page }: App) => page.getByRole('alert').filter({ hasText: /forgotten this job/ });
const offer = ({ page }: App) => page.getByRole('button', { name: 'Look in the server’s history' });
const asked = ({ received }: LoopbackServer) => received.filter(({ path }) => path.startsWith('/api/admin/history'));

test('a forgotten job is found on the second page of the history, and is done with its picture', async ({
  forgotten,
  server,
}) => {
  server.on(HISTORY, page([OTHER], 1, 2), page([ITEM], 2, 2));
  server.on(ENTRY, json(200, { ...ITEM, description: 'Three boxes.', image_base64: PNG.toString('base64') }));
  await expect(problem(forgotten)).toBeVisible();
  await expectNoFindings(forgotten.page, 'forgotten');
  await offer(forgotten).press('Enter');
  await expect(forgotten.queue.state('Done')).toBeVisible();
  await expect(forgotten.queue.picture).toBeVisible();
  await expect(forgotten.page.getByText('Three boxes.')).toBeVisible();
  await expect(forgotten.page.getByText('Found again in the server’s history')).toBeVisible();
  await expect(problem(forgotten)).toHaveCount(0);
  for (const { headers } of asked(server)) expect(headers.authorization).toBe(`Bearer ${ADMIN_KEY}`);
  expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a refused admin key is said and can be tried again; a server without a history says so and is not asked again', async ({
  forgotten,
  server,
}) => {
  server.on(HISTORY, json(401, { detail: 'Invalid admin key' }), json(404, { detail: 'Not Found' }));
  await offer(forgotten).press('Enter');
  await expect(forgotten.page.getByRole('alert').filter({ hasText: /doesn’t accept the key/ })).toBeVisible();
  await offer(forgotten).press('Enter');
  await expect(problem(forgotten)).toContainText('This server keeps no history.');
  await expect(offer(forgotten)).toHaveCount(0);
  await expect(problem(forgotten).getByRole('button', { name: 'Open as a new draft' })).toBeVisible();
  await expect(forgotten.page.getByRole('alert').filter({ hasText: /doesn’t accept the key/ })).toHaveCount(0);
  // the job is opened again: the server is known by now
  await forgotten.create.open('Diagram from text');
  await forgotten.queue.open();
  await expect(problem(forgotten)).toContainText('This server keeps no history.');
  expect(asked(server)).toHaveLength(2);
});

test('a history that kept no result, or not the job, says which of them', async ({ forgotten, server }) => {
  server.on(HISTORY, page([ITEM]), page([ITEM]), page([OTHER]));
  server.on(ENTRY, json(200, { ...ITEM, status: 'failed', error: 'Out of memory', image_base64: null }));
  await offer(forgotten).press('Enter');
  await expect(problem(forgotten)).toContainText('The history knows the job, but kept no result of it.');
  await expect(offer(forgotten)).toHaveCount(0);
  // coming back to the job offers it again: a history grows
  await forgotten.create.open('Diagram from text');
  await forgotten.queue.open();
  await offer(forgotten).press('Enter');
  await expect(problem(forgotten)).toContainText('The server’s history doesn’t know this job either.');
  await expect(forgotten.queue.state('Failed')).toBeVisible();
});

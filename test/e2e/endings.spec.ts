import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { content, cut, json, startLoopbackServer, type LoopbackServer } from '../support/loopback-server';
import { expect, test as base, type App } from './app';
import { expectNoFindings } from './axe';
import { liveSettings, setKey } from './live';

const TASK = '0123456789abcdef0123456789abcdef';
const KEY = 'pb_0123456789abcdef0123456789abcdef';

const test = base.extend<{ server: LoopbackServer; live: App }>({
  server: async ({}, use) => {
    const server = await startLoopbackServer();
    server.on('GET /api/health', json(200, { status: 'ok', version: null }));
    server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
    await use(server);
    await server.close();
  },
  live: async ({ launch, server }, use) => {
    const app = await launch({ demo: false, settings: liveSettings(server.url) });
    await setKey(app, KEY);
    await use(app);
  },
});

async function draw({ create, page }: App): Promise<void> {
  await create.open('Diagram from text');
  await page.getByRole('textbox', { name: 'Method' }).fill('A method.');
  await create.caption.fill('Figure 1');
  await page.keyboard.press('Control+Enter');
}

test('a state that nobody knows is shown in the server’s word, and can be ended and taken up by hand', async ({
  live,
  server,
}) => {
  const answer = (status: string) => json(200, { task_id: TASK, status });
  server.on(`GET /api/tasks/${TASK}`, answer('deploying'), answer('deploying'), answer('CANCELLED'));
  await draw(live);
  const { page, queue } = live;
  await expect(page.getByText('The server says: “deploying”').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/doesn’t know this word/)).toBeVisible();
  await expectNoFindings(page, 'unknown status');
  await page.getByRole('button', { name: 'Stop asking', exact: true }).click();
  await expect(queue.state('Not watched')).toBeVisible();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.getByRole('button', { name: 'Look now' }).click();
  await expect(queue.state('Failed')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('alert').getByText('CANCELLED')).toBeVisible();
});

test('a 404 of a proxy makes no job forgotten and proves no key', async ({ live, server }) => {
  server.on(`GET /api/tasks/${TASK}`, content(404, 'text/plain', '404 page not found'));
  await draw(live);
  const { page, queue } = live;
  await server.arrived(2);
  for (let times = 0; times < 3; times += 1) {
    const before = server.received.length;
    await page.getByRole('button', { name: 'Look now' }).click();
    await server.arrived(before + 1);
  }
  await expect(page.getByText(/Asked \d+ times without a good answer/)).toBeVisible();
  await expect(queue.state('Queued')).toBeVisible();
  const test = await page.evaluate(() => window.plantain.call('profile.test', { id: 'profile-under-test' }));
  // the made-up task is not scripted: FastAPI’s own 404, which does not speak of a task
  expect(test).toMatchObject({
    ok: true,
    value: expect.arrayContaining([{ step: 'quota', state: 'unknown' }]),
  });
  const steps = (test as { value: { step: string; state: string }[] }).value;
  expect(steps.find(({ step }) => step === 'auth')).toMatchObject({ state: 'unknown' });
});

test('a server without an endpoint is told as that, and leads to the nearest that it has', async ({ live, server }) => {
  const { create, page } = live;
  await create.open('Polish a prompt');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('Three boxes.');
  await page.keyboard.press('Control+Enter');
  const problem = page.getByRole('alert').filter({ hasText: 'This server doesn’t offer that' });
  await expect(problem).toContainText('Diagram from text');
  await expect(problem).toContainText('Spentnothing');
  await expectNoFindings(page, 'not offered');
  await problem.getByRole('button', { name: 'Diagram from text' }).click();
  await expect(page.getByRole('textbox', { name: 'Method' })).toBeVisible();
  expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a repeat whose key is gone waits as blocked, and goes on when the key is entered', async ({ launch, server }) => {
  const profile = { id: 'hub', provider: 'bananahub', name: 'Hub', baseUrl: server.url, role: 'user' } as const;
  const settings = { mode: 'live' as const, profiles: [profile], activeProfile: { bananahub: 'hub' } };
  const app = await launch({ demo: false, settings });
  const { page, queue } = app;
  const call = (name: string, input: object) =>
    page.evaluate(([name, input]) => window.plantain.call(name as never, input as never), [name, input] as const);
  const enter = (secret: string) => call('profile.setSecret', { id: 'hub', secret, keep: 'session' });
  server.on('POST /text-generations', cut, cut, json(202, { job_id: 'j1', status: 'queued' }));
  server.on('GET /jobs/j1', json(200, { job_id: 'j1', status: 'processing' }));
  await enter('bh_first');
  const reply = await call('job.submit', {
    endpoint: 'bananahub.textToImage',
    input: { prompt: 'a red panda', aspect_ratio: '1:1' },
  });
  expect(reply).toMatchObject({ ok: true });
  await call('profile.deleteSecret', { id: 'hub' });
  await queue.open();
  await expect(queue.state('Blocked')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/sent again with the same idempotency key/)).toBeVisible();
  await expectNoFindings(page, 'blocked repeat');
  await enter('bh_second');
  await expect(queue.state('Queued').or(queue.state('Running'))).toBeVisible({ timeout: 30_000 });
  const sent = server.received.filter(({ method }) => method === 'POST');
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

test('live mode asks no server before there is an account or a press', async ({ launch }) => {
  // whatever wants to leave this computer would come by here
  const wanted: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    wanted.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const app = await launch({ demo: false, settings: { mode: 'live' }, env: { https_proxy: address, no_proxy: '' } });
  const { page } = app;
  const state = page.getByRole('button', { name: /Ask the server/ });
  await expect(state).toHaveAccessibleName(/Not asked yet/);
  for (const screen of ['Queue', 'Library', 'Figure', 'Accounts', 'Webhooks', 'Settings', 'Create'])
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: screen }).click();
  // longer than the window takes to settle: timers of one page ring in their order
  await page.evaluate(() => new Promise((resolve) => window.setTimeout(resolve, 1600)));
  await expect(state).toHaveAccessibleName(/Not asked yet/);
  expect(wanted).toEqual([]);
  await state.click();
  await expect.poll(() => wanted[0], { timeout: 20_000 }).toBe('api.paperbanana.me:443');
  proxy.close();
});

test('the welcome names the store that is really in use, in both languages', async ({ launch }) => {
  const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };
  const { page } = await launch({ demo: false, env });
  await expect(page.getByText('it is kept for this session only, in memory')).toBeVisible();
  await expect(page.getByText(/kept in the system’s keychain/)).toHaveCount(0);
  await page.getByRole('button', { name: /^Language/ }).click();
  await page.getByRole('menuitem', { name: '简体中文' }).click();
  await expect(page.getByText('密钥只在本次会话中保留在内存里')).toBeVisible();
  await expect(page.getByText('密钥保存在系统钥匙串中')).toHaveCount(0);
});

import {
  content,
  cut,
  hang,
  json,
  startLoopbackServer,
  type LoopbackServer,
  type Reply,
} from '../support/loopback-server';
import { test as base, expect, type App } from './app';
import { liveSettings, setKey } from './live';
import { PNG } from './png';

const TASK = '0123456789abcdef0123456789abcdef';
const CAPTION = 'Figure 1: A caption that must survive';
const METHOD = 'Text that must survive every failure.';

const test = base.extend<{ server: LoopbackServer; live: App }>({
  server: async ({}, use) => {
    const server = await startLoopbackServer();
    server.on('GET /api/health', json(200, { status: 'ok', version: '0.1.2' }));
    await use(server);
    await server.close();
  },
  live: async ({ launch, server }, use) => {
    const app = await launch({ demo: false, settings: liveSettings(server.url) });
    await setKey(app, 'pb_0123456789abcdef0123456789abcdef');
    await app.create.open('Diagram from text');
    await app.page.getByRole('textbox', { name: 'Method' }).fill(METHOD);
    await app.create.caption.fill(CAPTION);
    await use(app);
  },
});

async function expectNothingTypedLost(app: App): Promise<void> {
  await expect(app.create.caption).toHaveValue(CAPTION);
  await expect(app.page.getByRole('textbox', { name: 'Method' })).toHaveValue(METHOD);
}

const posts = (server: LoopbackServer): number => server.received.filter(({ method }) => method === 'POST').length;

const REFUSALS: [name: string, reply: Reply, title: RegExp][] = [
  ['401', json(401, { detail: 'Invalid API key' }), /doesn’t accept the key/],
  ['403 disabled', json(403, { detail: 'API key is disabled' }), /key is switched off/],
  ['403 quota', json(403, { detail: 'Quota exhausted' }), /quota is used up/],
  ['422 in text', json(422, { detail: 'The method is too short' }), /refused the request/],
  ['429', json(429, { detail: 'Slow down' }, { 'retry-after': '7' }), /Too many requests/],
  ['an HTML page', content(521, 'text/html', '<!doctype html><h1>Web server is down</h1>'), /in front of the server/],
];

for (const [name, reply, title] of REFUSALS)
  test(`${name} on a submission is told in words and loses nothing typed`, async ({ live, server }) => {
    server.on('POST /api/generate', reply);
    await live.page.keyboard.press('Control+Enter');
    await expect(live.page.getByRole('alert').filter({ hasText: title })).toBeVisible();
    await expect(live.page.getByText('<h1>')).toHaveCount(0);
    await expectNothingTypedLost(live);
    expect(posts(server)).toBe(1);
  });

test('a list of refused fields marks them in the form', async ({ live, server }) => {
  const detail = [
    {
      type: 'string_too_short',
      loc: ['body', 'caption'],
      msg: 'String should have at least 50 characters',
      input: CAPTION,
    },
    { type: 'value_error', loc: ['body', 'source_context'], msg: 'Too vague', input: METHOD },
  ];
  server.on('POST /api/generate', json(422, { detail }));
  await live.page.keyboard.press('Control+Enter');
  await expect(live.page.getByText('The server says: String should have at least 50 characters')).toBeVisible();
  await expect(live.page.getByText('The server says: Too vague')).toBeVisible();
  await expect(live.create.caption).toHaveAttribute('aria-invalid', 'true');
  await expectNothingTypedLost(live);
});

test('a server that stumbles over a submission (500) may have accepted it: what came is shown', async ({
  live,
  server,
}) => {
  server.on('POST /api/generate', content(500, 'text/plain', 'Internal Server Error'));
  await live.page.keyboard.press('Control+Enter');
  await expect(live.queue.state('May have been accepted')).toBeVisible();
  await expect(live.page.getByText('0 or 1 unit')).toBeVisible();
  expect(posts(server)).toBe(1);
  await live.create.open('Diagram from text');
  await expectNothingTypedLost(live);
});

test('a connection cut after the POST may have been accepted, and is not sent again', async ({ live, server }) => {
  server.on('POST /api/generate', cut);
  await live.page.keyboard.press('Control+Enter');
  await expect(live.queue.state('May have been accepted')).toBeVisible();
  await expect(live.page.getByText('0 or 1 unit')).toBeVisible();
  expect(posts(server)).toBe(1);
  await live.create.open('Diagram from text');
  await expectNothingTypedLost(live);
});

test('a server that cannot be reached spent nothing', async ({ live, server }) => {
  await server.close();
  await live.page.keyboard.press('Control+Enter');
  await expect(live.page.getByRole('alert').filter({ hasText: /can’t be reached/ })).toBeVisible();
  await expectNothingTypedLost(live);
});

test('a hung server shows how long it has been waiting, and the window stays usable', async ({ live, server }) => {
  server.on('POST /api/generate', hang);
  await live.page.keyboard.press('Control+Enter');
  await expect(live.page.getByText(/Sending/).first()).toBeVisible();
  await live.queue.open();
  await expect(live.queue.state('Sending')).toBeVisible();
});

test('a used-up quota on a poll blocks the job, and it ends by itself when reading works again', async ({
  live,
  server,
}) => {
  server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  server.on(
    `GET /api/tasks/${TASK}`,
    json(403, { detail: 'Quota exhausted' }),
    json(200, { task_id: TASK, status: 'completed', description: 'Drawn.' }),
  );
  server.on(`GET /api/tasks/${TASK}/image`, content(200, 'image/png', PNG));
  await live.page.keyboard.press('Control+Enter');
  await expect(live.queue.state('Blocked')).toBeVisible({ timeout: 15_000 });
  await expect(live.page.getByRole('alert').filter({ hasText: /quota is used up/ })).toBeVisible();
  await live.page.getByRole('button', { name: 'Look now' }).click();
  await expect(live.queue.state('Done')).toBeVisible({ timeout: 15_000 });
  expect(posts(server)).toBe(1);
});

test('a live job that is blocked is told in the demo too, one press from it', async ({ live, server }) => {
  server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  server.on(`GET /api/tasks/${TASK}`, json(403, { detail: 'Quota exhausted' }));
  const toldInDemo = live.page.getByRole('button', { name: '1 live job needs you' });
  await live.page.keyboard.press('Control+Enter');
  await live.page.evaluate(() => window.plantain.call('mode.set', { mode: 'demo' }));
  await expect(live.page.getByText('Nothing leaves this computer')).toBeVisible();
  await expect(toldInDemo).toBeVisible({ timeout: 15_000 });
  await toldInDemo.press('Enter');
  await expect(live.queue.state('Blocked')).toBeVisible();
  await expect(toldInDemo).toHaveCount(0);
});

test('a task that the server has forgotten says so', async ({ live, server }) => {
  server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  server.on(`GET /api/tasks/${TASK}`, json(404, { detail: 'Task not found' }));
  await live.page.keyboard.press('Control+Enter');
  await expect(live.queue.state('Failed')).toBeVisible({ timeout: 30_000 });
  await expect(live.page.getByRole('alert').filter({ hasText: /forgotten this job/ })).toBeVisible();
});

test('a job that fails on the server tells its reason', async ({ live, server }) => {
  server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'failed', error: 'The model gave up' }));
  await live.page.keyboard.press('Control+Enter');
  await expect(live.queue.state('Failed')).toBeVisible({ timeout: 15_000 });
  await expect(live.page.getByText('The model gave up')).toBeVisible();
});

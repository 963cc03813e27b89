import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { content, cut, hang, json, startLoopbackServer, type LoopbackServer } from '../support/loopback-server';
import { test as base, expect, type App } from './app';
import { liveSettings, setKey } from './live';
import { PNG } from './png';

const TASK = 'fedcba9876543210fedcba9876543210';
const KEY = 'pb_fedcba9876543210fedcba9876543210';

const test = base.extend<{ server: LoopbackServer }>({
  server: async ({}, use) => {
    const server = await startLoopbackServer();
    server.on('GET /api/health', json(200, { status: 'ok' }));
    server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
    await use(server);
    await server.close();
  },
});

async function submit(app: App): Promise<void> {
  await setKey(app, KEY);
  await app.create.open('Diagram from text');
  await app.page.getByRole('textbox', { name: 'Method' }).fill('A method.');
  await app.create.caption.fill('Survives the end of the program');
  await app.page.keyboard.press('Control+Enter');
}

async function startAgain(
  launch: (options: { demo: false; userData: string }) => Promise<App>,
  first: App,
): Promise<App> {
  const second = await launch({ demo: false, userData: first.userData });
  await setKey(second, KEY);
  await second.queue.open();
  return second;
}

const posts = (server: LoopbackServer): number => server.received.filter(({ method }) => method === 'POST').length;

function finish(server: LoopbackServer): void {
  server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'completed', description: 'Drawn at last.' }));
  server.on(`GET /api/tasks/${TASK}/image`, content(200, 'image/png', PNG));
}

for (const end of ['close', 'kill'] as const)
  test(`a job that runs while the program is ended by ${end} ends after the next start, once, with its picture`, async ({
    launch,
    server,
  }) => {
    server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'running' }));
    const first = await launch({ demo: false, settings: liveSettings(server.url) });
    await submit(first);
    await expect(first.queue.state('Running')).toBeVisible({ timeout: 15_000 });
    await first[end]();

    finish(server);
    const second = await startAgain(launch, first);
    await second.page.getByText('Survives the end of the program').first().click();
    await expect(second.queue.state('Done')).toBeVisible({ timeout: 20_000 });
    await expect(second.queue.picture).toBeVisible();
    expect(posts(server)).toBe(1);
  });

test('killed before the answer came, a submission may have been accepted and is not sent again', async ({
  launch,
  server,
}) => {
  server.on('POST /api/generate', hang);
  const first = await launch({ demo: false, settings: liveSettings(server.url) });
  await submit(first);
  await expect.poll(() => posts(server)).toBe(1);
  await first.kill();

  const second = await startAgain(launch, first);
  await second.page.getByText('Survives the end of the program').first().click();
  await expect(second.queue.state('May have been accepted')).toBeVisible();
  expect(posts(server)).toBe(1);
});

test('the task id from the admin brings a lost submission home', async ({ launch, server }) => {
  server.on('POST /api/generate', cut);
  finish(server);
  const app = await launch({ demo: false, settings: liveSettings(server.url) });
  await submit(app);
  await expect(app.queue.state('May have been accepted')).toBeVisible();
  await app.page.getByRole('button', { name: 'Enter the task id…' }).click();
  await app.page.getByRole('textbox', { name: 'Task id' }).fill(TASK);
  await app.page.getByRole('button', { name: 'Ask about it' }).click();
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 20_000 });
  expect(posts(server)).toBe(1);
});

test('an answer that says nothing is shown, and a task id still helps after it was let rest', async ({
  launch,
  server,
}) => {
  server.on('POST /api/generate', content(202, 'text/html', '<html><body>Queue is busy, come back</body></html>'));
  finish(server);
  const app = await launch({ demo: false, settings: liveSettings(server.url) });
  await submit(app);
  await expect(app.queue.state('May have been accepted')).toBeVisible();
  await app.page.getByRole('button', { name: /^Raw answer/ }).click();
  await expect(app.page.getByText('Queue is busy, come back').first()).toBeVisible();
  await app.page.getByRole('button', { name: 'Let it rest' }).click();
  await app.page.getByRole('button', { name: 'Enter the task id…' }).click();
  await app.page.getByRole('textbox', { name: 'Task id' }).fill(TASK);
  await app.page.getByRole('button', { name: 'Ask about it' }).click();
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 20_000 });
  expect(posts(server)).toBe(1);
});

test('what was typed is there again after a kill', async ({ launch }) => {
  const first = await launch();
  await first.create.open('Diagram from text');
  await first.create.caption.fill('Half a thought');
  await expect
    .poll(() => first.page.evaluate(() => window.plantain.call('draft.get', { endpoint: 'paperbanana.generate' })))
    .toMatchObject({ value: { caption: 'Half a thought' } });
  await first.kill();

  const second = await launch({ userData: first.userData });
  await second.create.open('Diagram from text');
  await expect(second.create.caption).toHaveValue('Half a thought');
});

test('says in the form that what is typed cannot be kept', async ({ launch }) => {
  const app = await launch();
  await app.page.locator('section[data-restored]').waitFor();
  // the nearest to a disk that refuses: the table is gone under the program's feet
  const history = new DatabaseSync(join(app.userData, 'demo/history.db'));
  history.exec('DROP TABLE drafts');
  history.close();
  await app.create.caption.fill('Nowhere to put this');
  await expect(app.page.getByText('What you type here cannot be kept right now')).toBeVisible();
  await expect(app.create.caption).toHaveValue('Nowhere to put this');
});

import { spawn } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { content, json, startLoopbackServer } from '../support/loopback-server';
import { expect, test, type App } from './app';
import { liveSettings, setKey } from './live';
import { PNG } from './png';

const CLOSINGS = 50;
const AT_ONCE = 5;
/** ms after which a program counts as hanging; closing takes it a second beside busy neighbours. */
const PATIENCE = 60_000;

/** Starts the program, has it closed `closeAfter` ms after its window is shown, and tells how it ended. */
async function closeOnce(closeAfter: number): Promise<string> {
  const userData = await mkdtemp(join(tmpdir(), 'plantain-ends-'));
  const flags = ['--no-sandbox', '--js-flags=--expose-gc', '-r', join(__dirname, '../support/collect-at-the-end.cjs')];
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? 'none', 'electron');
  const child = spawn(program, [...flags, join(__dirname, '../..'), '--demo'], {
    env: { ...process.env, PLANTAIN_USER_DATA: userData, CLOSE_AFTER: String(closeAfter) },
    stdio: 'ignore',
    detached: true,
  });
  try {
    return await new Promise<string>((resolve) => {
      const timer = setTimeout(() => resolve('still running'), PATIENCE);
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        resolve(signal ?? `ended with ${String(code)}`);
      });
    });
  } finally {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // all of it has ended
    }
    await rm(userData, { recursive: true, force: true, maxRetries: 3 });
  }
}

test(`closed ${CLOSINGS} times while garbage is collected, it ends every time`, async () => {
  test.setTimeout(600_000);
  const endings: string[] = [];
  const delays = Array.from({ length: CLOSINGS }, (_, index) => (index % 10) * 60);
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let delay = delays.pop(); delay !== undefined; delay = delays.pop()) endings.push(await closeOnce(delay));
    }),
  );
  expect(endings).toEqual(Array.from({ length: CLOSINGS }, () => 'ended with 0'));
});

test('what the page remembers is on the disk when the program has ended', async ({ launch }) => {
  const first = await launch();
  await first.page.evaluate(() => localStorage.setItem('plantain.test', 'kept'));
  await first.close();
  const second = await launch({ userData: first.userData });
  expect(await second.page.evaluate(() => localStorage.getItem('plantain.test'))).toBe('kept');
});

const TASK = '0123456789abcdef0123456789abcdef';
const KEY = 'pb_0123456789abcdef0123456789abcdef';

/** How the program is told to end. The last is the end of a session: the system's word first, then its signal. */
const WAYS: [name: string, end: (app: App) => Promise<unknown>][] = [
  ...(['SIGTERM', 'SIGINT', 'SIGHUP'] as const).map((signal): [string, (app: App) => Promise<unknown>] => [
    signal,
    async ({ electron }) => electron.process().kill(signal),
  ]),
  [
    'closed, then SIGTERM',
    async ({ electron, page }) => {
      await electron.evaluate(({ app }) => {
        app.quit();
      });
      await expect.poll(() => page.isClosed()).toBe(true);
      electron.process().kill('SIGTERM');
    },
  ],
];

for (const [name, end] of WAYS)
  test(`${name} while a submission waits for its answer: the task id is heard before the program ends`, async ({
    launch,
  }) => {
    const server = await startLoopbackServer();
    let answer: ServerResponse | undefined;
    server.on('GET /api/health', json(200, { status: 'ok' }));
    server.on('POST /api/generate', (response) => (answer = response));
    server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'completed', description: 'Drawn.' }));
    server.on(`GET /api/tasks/${TASK}/image`, content(200, 'image/png', PNG));
    try {
      const first = await launch({ demo: false, settings: liveSettings(server.url) });
      await setKey(first, KEY);
      await first.create.open('Diagram from text');
      await first.page.getByRole('textbox', { name: 'Method' }).fill('A method.');
      await first.create.caption.fill('Sent when the signal came');
      await first.page.keyboard.press('Control+Enter');
      await expect.poll(() => answer).toBeDefined();

      const child = first.electron.process();
      const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
      await end(first);
      // its window is gone when it has understood: only then comes the answer
      await expect.poll(() => first.page.isClosed()).toBe(true);
      if (answer) json(202, { task_id: TASK, status: 'pending' })(answer, server.received[0]!);
      expect(await ended).toBe(0);

      const second = await launch({ demo: false, userData: first.userData });
      await setKey(second, KEY);
      await second.queue.open();
      await second.page.getByText('Sent when the signal came').first().click();
      await expect(second.queue.state('Done')).toBeVisible({ timeout: 20_000 });
      expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
    } finally {
      await server.close();
    }
  });

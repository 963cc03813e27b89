import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type App } from './app';

const readLog = ({ userData }: App): Promise<string> =>
  readFile(join(userData, 'logs/main.log'), 'utf8').catch(() => '');

const asks = (app: App): Promise<unknown> => app.page.evaluate(() => window.plantain.call('app.info', undefined));

test('a fault in the main process is written down and told, and the program goes on', async ({ launch }) => {
  const app = await launch();
  await app.electron.evaluate(() => {
    setImmediate(() => {
      throw new Error('nobody caught me, Bearer pb_0123456789abcdef0123456789abcdef');
    });
  });
  await expect(app.page.getByRole('alert').filter({ hasText: 'Something in Plantain broke' })).toBeVisible();
  const log = await readLog(app);
  expect(log).toContain('error uncaughtException: Error: nobody caught me');
  expect(log).not.toContain('0123456789abcdef');
  expect(await asks(app)).toMatchObject({ ok: true });
});

test('a storm of faults neither stops the program nor fills its log', async ({ launch }) => {
  const app = await launch();
  await app.electron.evaluate(async () => {
    for (let round = 0; round < 500; round += 1) {
      setImmediate(() => {
        throw new Error('in a storm');
      });
      void Promise.reject(new Error('in a storm'));
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
  await expect.poll(() => readLog(app)).toContain('in a storm');
  expect((await readLog(app)).split('in a storm').length).toBeLessThan(50);
  await expect(app.page.getByRole('alert').filter({ hasText: 'Something in Plantain broke' })).toHaveCount(1);
  expect(await asks(app)).toMatchObject({ ok: true });
});

test('a fault before there is a window ends the program in words, and holds no folder', async () => {
  test.skip(process.platform !== 'linux', 'the runtime’s place is known on Linux');
  const folder = await mkdtemp(join(tmpdir(), 'plantain-e2e-'));
  const early = join(folder, 'early.js');
  await writeFile(early, 'setTimeout(() => { throw new Error("early"); }, 0);');
  const executable = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? 'none', 'electron');
  const started = spawn(executable, ['--no-sandbox', '-r', early, join(__dirname, '../..')], {
    env: { ...process.env, PLANTAIN_USER_DATA: folder, LANG: 'en_US.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 20_000,
  });
  let said = '';
  started.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = (await once(started, 'close')) as [number | null];
  expect(said).toContain('plantain: Plantain can’t start: Something in it broke before its window was there');
  expect(code).toBe(1);
  expect(await readFile(join(folder, 'logs/main.log'), 'utf8')).toContain('error uncaughtException: Error: early');
  await rm(folder, { recursive: true, force: true });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type App } from './app';

const readLog = ({ userData }: App): Promise<string> =>
  readFile(join(userData, 'logs/main.log'), 'utf8').catch(() => '');

test('an error in the page stands in the log, without a key that was part of it', async ({ launch }) => {
  const app = await launch({ errorsExpected: true });
  await app.page.evaluate(() => {
    console.error('the grid stumbled over Authorization: Bearer pb_live_0123456789abcdef0123456789');
  });
  await expect.poll(() => readLog(app)).toContain('the grid stumbled over');
  expect(await readLog(app)).not.toContain('0123456789abcdef');
});

test('a page that crashes is loaded again with what was typed, and the log says so', async ({ launch }) => {
  const app = await launch({ errorsExpected: true });
  await app.create.caption.fill('Typed before the crash');
  await app.create.caption.blur();
  await expect
    .poll(() => app.page.evaluate(() => window.plantain.call('draft.get', { endpoint: 'paperbanana.generateFromPdf' })))
    .toMatchObject({ ok: true, value: { caption: 'Typed before the crash' } });
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => readLog(app)).toContain('the page has crashed');
  // the test's own page object has died with the process; the window is asked by the main process
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector("textarea")?.value'),
      ),
    )
    .toBe('Typed before the crash');
});

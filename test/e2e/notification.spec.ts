import { join } from 'node:path';
import { expect, test, type App } from './app';
import { dropFile } from './drop';

const SAMPLE = join(__dirname, '../../resources/sample/sparse-routing.pdf');

interface Shown {
  title: string;
  body: string;
}

/** What the system would be told is written down instead; a machine that runs tests may have nobody to tell. */
async function listen({ electron }: App): Promise<{ shown(): Promise<Shown[]>; press(): Promise<void> }> {
  await electron.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shownNotifications: shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
  });
  return {
    shown: () =>
      electron.evaluate(() =>
        (globalThis as unknown as { shownNotifications: Electron.Notification[] }).shownNotifications.map(
          ({ title, body }) => ({ title, body }),
        ),
      ),
    press: () =>
      electron.evaluate(() => {
        (globalThis as unknown as { shownNotifications: Electron.Notification[] }).shownNotifications[0]?.emit('click');
      }),
  };
}

/** The user turns to another program (or comes back to this one). */
async function lookAway({ electron }: App): Promise<void> {
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.blur();
  });
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() === null))
    .toBe(true);
}

async function submit(app: App, caption: string): Promise<void> {
  await dropFile(app.page, SAMPLE);
  await expect(app.create.pdfName).toBeVisible();
  await app.create.caption.fill(caption);
  await app.page.keyboard.press('Control+Enter');
  await app.page.locator('html[data-ready="queue"]').waitFor();
}

test('the system says that a job is done while the user looks elsewhere, and a press leads to it', async ({
  launch,
}) => {
  const app = await launch({ env: { PLANTAIN_DEMO_SPEED: '0.2' } });
  const system = await listen(app);
  await submit(app, 'Seen from another window');
  await app.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click();
  await lookAway(app);
  await expect
    .poll(system.shown, { timeout: 30_000 })
    .toEqual([{ title: 'Diagram done', body: 'Seen from another window' }]);
  await system.press();
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'queue');
  await expect(app.queue.state('Done')).toBeVisible();
  await expect(app.page.getByRole('heading', { name: 'Seen from another window' })).toBeVisible();
});

test('nothing is said by the system where notifications are switched off', async ({ launch }) => {
  const app = await launch({ settings: { notifications: false }, env: { PLANTAIN_DEMO_SPEED: '0.2' } });
  const system = await listen(app);
  await submit(app, 'Quiet please');
  await lookAway(app);
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 30_000 });
  expect(await system.shown()).toEqual([]);
});

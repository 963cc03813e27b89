import AxeBuilder from '@axe-core/playwright';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { DEFAULT_WEBHOOK_SETTINGS, type Settings } from '../../src/shared/settings';
import { payload, post, signed } from '../support/webhook-post';
import { expect, test, type App } from './app';

const CANARY = 'whsec c4na7y 0123456789';
/** Packed as it lies in a vault. */
const TRACES = [CANARY, encodeURIComponent(CANARY), Buffer.from(CANARY).toString('base64')];

let port = 48_100 + (process.pid % 500);
const settingsOf = (theme: 'light' | 'dark' = 'light'): Partial<Settings> => ({
  ...{ mode: 'demo', locale: 'en', theme },
  webhooks: { ...DEFAULT_WEBHOOK_SETTINGS, port: (port += 1) },
});

async function startByKeyboard(page: Page): Promise<void> {
  const off = page.getByRole('switch', { name: 'Not listening' });
  await expect(off).toBeEnabled();
  await off.press('Space');
}

async function listen(app: App): Promise<string> {
  const { page } = app;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Webhooks' }).click();
  await page.locator('html[data-ready="webhooks"]').waitFor();
  await startByKeyboard(page);
  await expect(page.getByTestId('listener')).toBeVisible();
  return page.getByTestId('listener').innerText();
}

async function expectNoFindings(page: Page): Promise<void> {
  // a tooltip under the mouse belongs to no landmark
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
}

const rows = (page: Page) => page.getByRole('list', { name: 'Deliveries' }).getByRole('button');

test('a demo job tells my listener that it has ended: signed, known, collected', async ({ launch }) => {
  const app = await launch({ settings: settingsOf() });
  const { page } = app;
  await app.create.open('Diagram from text');
  await page.getByRole('textbox', { name: 'Method' }).fill('Six layers and a router.');
  await app.create.caption.fill('Told by webhook');
  await page.getByRole('button', { name: /^More options/ }).click();
  await expect(page.getByTestId('webhook-rules')).toContainText('Not posted: the key has no default address.');
  await page.getByRole('button', { name: 'Start my listener and use it' }).click();
  await expect(page.getByRole('textbox', { name: /^Webhook/ })).toHaveValue(/^http:\/\/127\.0\.0\.1:\d+\/hooks$/);
  await expect(page.getByTestId('webhook-rules')).toContainText('Posted to this address');
  await page.keyboard.press('Control+Enter');
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 30_000 });
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('button', { name: /^Webhooks/ })
    .click();
  await expect(rows(page)).toHaveText([/Told by webhook.*Signature valid.*collected/]);
  await rows(page).first().click();
  await expect(page.getByTestId('told')).toContainText('signed with the secret of “Demo key”');
  await page.getByRole('button', { name: 'Show the job' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'queue');
});

test('a key’s default address is set from the inbox, and the form tells what it does', async ({ launch }) => {
  const app = await launch({ settings: settingsOf() });
  const { page } = app;
  const url = await listen(app);
  const setWebhook = async (address: string): Promise<void> => {
    await page.getByRole('button', { name: 'Webhooks' }).click();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Set a key’s webhook…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Webhook of “Demo key”' });
    await dialog.getByRole('textbox', { name: 'Webhook address' }).fill(address);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  };
  await setWebhook(url);
  const openForm = async (): Promise<void> => {
    await app.create.open('Diagram from text');
    await page.getByRole('button', { name: /^More options/ }).click();
  };
  await openForm();
  const rules = page.getByTestId('webhook-rules');
  await expect(rules).toContainText(`Posted to the key’s default, ${url}.`);
  await expect(rules).toContainText('remove the key’s default under Accounts');
  await page.getByRole('textbox', { name: /^Webhook/ }).fill('http://127.0.0.1:9/mine');
  await expect(rules).toContainText('Posted to this address, whatever the key’s default is.');
  await page.getByRole('textbox', { name: /^Webhook/ }).fill('');
  await expect(rules).toContainText(`Posted to the key’s default, ${url}.`);
  await setWebhook('');
  await openForm();
  await expect(rules).toContainText('Not posted: the key has no default address.');
});

test('a wrong one is explained, sent again, and good once its secret is entered', async ({ launch }) => {
  const app = await launch({ settings: settingsOf('dark') });
  const { page } = app;
  const url = await listen(app);
  const body = payload('a1');
  expect((await post(url, body, signed(body, CANARY))).status).toBe(401);
  await expect(rows(page)).toHaveText([/unknown task a1.*Signature wrong.*ignored/]);
  await rows(page).first().click();
  await expect(page.getByTestId('told')).toContainText('not made with the secret of any key kept here');
  await expectNoFindings(page);

  await page.getByRole('button', { name: 'Enter the secret' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Replace the secret of Demo key' }).click();
  await dialog.getByLabel('Secret of Demo key', { exact: true }).fill(CANARY);
  await dialog.getByRole('button', { name: 'Save secret' }).click();
  await expect(dialog.getByText('ends with 6789')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(page.getByTestId('told')).toContainText('signed with the secret of “Demo key”');

  await page.getByRole('region', { name: 'Body' }).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Send again…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByTestId('run-state')).toHaveText('Delivered');
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText(/Signature valid.*attempt 2/);

  // what the window holds, what main answers, what lies on the disk
  expect(await page.content()).not.toContain(CANARY);
  const answers = await page.evaluate(async () => {
    const state = await window.plantain.call('webhook.state', undefined);
    const list = await window.plantain.call('webhook.list', { filter: 'all', limit: 10 });
    const one = await window.plantain.call('webhook.get', { id: 1 });
    return JSON.stringify([state, list, one]);
  });
  expect(answers).toContain('sha256=');
  for (const trace of TRACES) expect(answers).not.toContain(trace);
  await app.close();
  for (const trace of TRACES) expect(await filesThatHold(app.userData, trace)).toEqual([]);
});

test('the bench sends by keyboard, a pasted signature is explained, receivers are copied', async ({ launch }) => {
  const app = await launch({ settings: settingsOf() });
  const { page, electron } = app;
  await listen(app);
  await page.getByRole('button', { name: 'Send a test' }).first().focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'To' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('run-state')).toHaveText('Delivered');
  await expectNoFindings(page);
  await dialog.getByRole('textbox', { name: 'To' }).fill('https://example.com/hooks');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Demo mode sends to this computer only')).toBeVisible();

  await dialog.getByRole('tab', { name: 'Check a signature' }).click();
  const body = payload('a1');
  await dialog.getByRole('textbox', { name: /^Body/ }).fill(`${body}\n`);
  await dialog.getByRole('textbox', { name: /Signature$/ }).fill(signed(body, CANARY)['x-paperbanana-signature'] ?? '');
  await dialog.getByLabel('Secret', { exact: true }).first().selectOption('a secret I type');
  await dialog.getByLabel('Secret', { exact: true }).last().fill(CANARY);
  await dialog.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByTestId('explanation')).toContainText('A newline was added at the end');
  await expect(page.getByTestId('explanation')).toContainText('line 1');
  await expectNoFindings(page);

  await dialog.getByRole('tab', { name: 'Receiver code' }).click();
  for (const language of ['Node', 'Python', 'Shell (CGI)']) {
    await dialog.getByText(language, { exact: true }).click();
    await dialog.getByRole('button', { name: `Copy the receiver in ${language}` }).click();
    await expect.poll(() => electron.evaluate(({ clipboard }) => clipboard.readText())).toContain('WEBHOOK_SECRET');
    expect(await electron.evaluate(({ clipboard }) => clipboard.readText())).not.toContain(CANARY);
  }
  await expectNoFindings(page);
  await page.keyboard.press('Escape');
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('told')).toBeVisible();
});

test('a port that is taken is told, with the way out', async ({ launch }) => {
  const settings = settingsOf();
  const first = await launch({ settings });
  await listen(first);
  const second = await launch({ settings });
  await second.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Webhooks' }).click();
  await startByKeyboard(second.page);
  await expect(second.page.getByRole('alert')).toContainText('EADDRINUSE');
  await expectNoFindings(second.page);
});

test('takes 1,000 deliveries a second for ten seconds with the screen open', async ({ launch }) => {
  test.setTimeout(120_000);
  const app = await launch({ settings: settingsOf() });
  const { page, electron } = app;
  const url = await listen(app);
  const secret = 'whsec_demo_0000000000000000';
  await electron.evaluate(() => {
    // what is evaluated there has no require of its own
    const { mainModule } = process as unknown as { mainModule: { require(name: string): unknown } };
    const { monitorEventLoopDelay } = mainModule.require('perf_hooks') as typeof import('node:perf_hooks');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    Object.assign(globalThis, { delay, before: process.memoryUsage().rss });
  });
  const sender = join(__dirname, '../support/webhook-sender.mjs');
  const idleCode = `const d = require('perf_hooks').monitorEventLoopDelay({ resolution: 5 }); d.enable();
    setTimeout(() => { d.disable(); process.stdout.write(String(d.percentile(99) / 1e6)); }, 9000);`;
  const run = promisify(execFile);
  const [{ stdout }, idle] = await Promise.all([
    run(process.execPath, [sender, url, secret, '1000', '10']),
    run(process.execPath, ['-e', idleCode]).then((ended) => Number(ended.stdout)),
  ]);
  const { p99, grown } = await electron.evaluate(() => {
    const { delay, before } = globalThis as unknown as { delay: { percentile(n: number): number }; before: number };
    return { p99: delay.percentile(99) / 1e6, grown: (process.memoryUsage().rss - before) / 1e6 };
  });
  console.log(
    `loop delay p99 ${p99.toFixed(1)} ms (idle process ${idle.toFixed(1)} ms), memory +${grown.toFixed(0)} MB`,
  );
  expect(JSON.parse(stdout)).toMatchObject({ statuses: { 200: 8000, 401: 2000 } });
  await expect(page.getByRole('radio', { name: /^All/ })).toHaveAccessibleName(/10,000/);
  await page.getByRole('searchbox', { name: /^Find/ }).fill('load-7777');
  await expect(rows(page)).toHaveText([/unknown task load-7777.*Signature valid/]);
  expect(p99).toBeLessThan(50 + 2 * Math.max(0, idle - 10));
  expect(grown).toBeLessThan(250);
});

async function filesThatHold(folder: string, needle: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (bytes.includes(needle) || bytes.includes(Buffer.from(needle, 'utf16le'))) found.push(path);
  }
  return found;
}

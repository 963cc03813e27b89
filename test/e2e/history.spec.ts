import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { scanPages } from '../../src/main/jobs/rescue/sqlite-pages';
import { openDatabase } from '../../src/main/jobs/database';
import { systemClock } from '../../src/shared/clock';
import { DEFAULT_SETTINGS, type Mode, type Settings } from '../../src/shared/settings';
import { createFakeLog } from '../support/fake-log';
import { withDamage, writeHistory } from '../support/history-file';
import { expect, test, type App } from './app';

/** A user's folder whose history of one mode is what `write` makes of it. */
async function userDataWith(
  mode: Mode,
  write: (path: string) => Promise<void> | void,
  settings: Partial<Settings> = {},
): Promise<string> {
  const userData = await mkdtemp(join(tmpdir(), 'plantain-e2e-'));
  await mkdir(join(userData, mode), { recursive: true });
  await writeFile(
    join(userData, 'settings.json'),
    JSON.stringify({ ...DEFAULT_SETTINGS, mode, locale: 'en', theme: 'light', ...settings }),
  );
  await write(join(userData, mode, 'history.db'));
  return userData;
}

const garbage = (path: string) => writeFile(path, 'This is no database. '.repeat(500));

/** As a later version leaves it. */
function fromTheFuture(path: string): void {
  const { database } = openDatabase(path, { clock: systemClock, log: createFakeLog() });
  database.exec('PRAGMA user_version = 999');
  database.close();
}

async function expectNoFindings({ page }: App): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

test('a history that is no database is moved aside, and the window says where it lies', async ({ launch }) => {
  const userData = await userDataWith('live', garbage);
  const app = await launch({ demo: false, userData });
  const notice = app.page.getByRole('alert').filter({ hasText: 'The history could not be read' });
  await expect(notice).toContainText('nothing was deleted');
  const kept = (await readdir(join(userData, 'live'))).find((name) => name.startsWith('history.db.damaged-'));
  await expect(notice).toContainText(join(userData, 'live', kept ?? 'none'));
  expect(await readFile(join(userData, 'live', kept ?? 'none'), 'utf8')).toContain('This is no database.');
  await expectNoFindings(app);

  await notice.getByRole('button', { name: 'Copy the path' }).click();
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(join(userData, 'live', kept ?? 'none'));
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toBeHidden();
  await app.queue.open();
  await expect(app.page.getByText('No jobs yet')).toBeVisible();
});

test('a history from a newer version is left alone: no job is sent, and what to do is said', async ({ launch }) => {
  const userData = await userDataWith('live', fromTheFuture);
  const path = join(userData, 'live', 'history.db');
  const before = await readFile(path);
  const app = await launch({ demo: false, userData, errorsExpected: true });
  const notice = app.page.getByRole('alert').filter({ hasText: 'no job could be kept' });
  await expect(notice).toContainText('The history is from a newer Plantain');
  await app.queue.open();
  const card = app.page.getByRole('alert').filter({ hasText: 'Open it with that version, or update this one.' });
  await expect(card).toBeVisible();
  await expectNoFindings(app);
  await app.page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(card).toBeVisible();

  await notice.getByRole('button', { name: 'Open the demo' }).click();
  await expect(notice).toBeHidden();
  await expect(card).toHaveCount(0);
  await app.close();
  expect((await readFile(path)).equals(before)).toBe(true);
});

/** Zeros in place of the page on which a job lies. */
function withoutAPage(path: string): void {
  const sound = `${path}.sound`;
  writeHistory(sound, 16);
  const page = [...scanPages(sound)].find(({ cells }) => cells[1] === 'paperbanana.generate' || cells.length > 20)
    ?.pages[0];
  withDamage(sound, path, page ?? 0, 'zeros');
  rmSync(sound);
}

test('a damaged page is found while the history is in use; what can be read is rescued', async ({ launch }) => {
  const userData = await userDataWith('live', withoutAPage);
  const app = await launch({ demo: false, userData, errorsExpected: true });
  const notice = app.page.getByRole('alert').filter({ hasText: 'Part of the history is damaged' });
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await expectNoFindings(app);
  await notice.getByRole('button', { name: 'Rescue what can be read' }).click();
  const rescued = app.page.getByRole('alert').filter({ hasText: /\d+ jobs were rescued from the damaged history/ });
  await expect(rescued).toBeVisible({ timeout: 30_000 });
  const names = await readdir(join(userData, 'live'));
  const kept = names.find((name) => name.startsWith('history.db.damaged-'));
  await expect(rescued).toContainText(join(userData, 'live', kept ?? 'none'));
  await expectNoFindings(app);
  await app.page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(app.page.getByText(/^Figure \d+$/).first()).toBeVisible();
});

test('a new history is begun where that is wished, and the damaged one kept', async ({ launch }) => {
  const userData = await userDataWith('live', withoutAPage);
  const app = await launch({ demo: false, userData, errorsExpected: true });
  const notice = app.page.getByRole('alert').filter({ hasText: 'Part of the history is damaged' });
  await notice.getByRole('button', { name: 'Start a new history' }).click({ timeout: 30_000 });
  const damaged = app.page.getByRole('alert').filter({ hasText: 'nothing was deleted' });
  await expect(damaged).toBeVisible();
  // thought better of
  await damaged.getByRole('button', { name: 'Rescue what can be read' }).click();
  await expect(app.page.getByRole('alert').filter({ hasText: 'were rescued' })).toBeVisible({ timeout: 30_000 });
});

test('both are said in Chinese', async ({ launch }) => {
  const damaged = await launch({ demo: false, userData: await userDataWith('live', garbage, { locale: 'zh-CN' }) });
  await expect(damaged.page.getByRole('alert').filter({ hasText: '历史记录无法读取' })).toBeVisible();
  await damaged.close();
  const newer = await userDataWith('demo', fromTheFuture, { locale: 'zh-CN', theme: 'dark' });
  const app = await launch({ userData: newer, errorsExpected: true });
  await expect(app.page.getByRole('alert').filter({ hasText: '历史记录来自更新的 Plantain' }).first()).toBeVisible();
  await expectNoFindings(app);
});

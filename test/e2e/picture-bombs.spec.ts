import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { createFileStore } from '../../src/main/assets/store';
import { openDatabase } from '../../src/main/jobs/database';
import { createJobRepository } from '../../src/main/jobs/job-repository';
import { systemClock } from '../../src/shared/clock';
import { DEFAULT_SETTINGS } from '../../src/shared/settings';
import { bombs } from '../support/bombs';
import { createFakeLog } from '../support/fake-log';
import { expect, test, type App } from './app';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A user whose library holds these results, each under its name. */
async function libraryOf(results: Record<string, Uint8Array>): Promise<string> {
  const userData = await mkdtemp(join(tmpdir(), 'plantain-e2e-'));
  await writeFile(
    join(userData, 'settings.json'),
    JSON.stringify({ ...DEFAULT_SETTINGS, mode: 'demo', locale: 'en', theme: 'light' }),
  );
  const folder = join(userData, 'demo');
  const { database } = openDatabase(join(folder, 'history.db'), { clock: systemClock, log: createFakeLog() });
  const repository = createJobRepository(database, systemClock);
  const files = createFileStore(join(folder, 'files'));
  for (const [title, bytes] of Object.entries(results)) {
    const id = randomUUID();
    const account = { profileId: 'p', profileName: 'Lab', baseUrl: 'https://figures.example.edu' };
    const job = { id, endpoint: 'paperbanana.generate', provider: 'paperbanana', title, input: {}, idempotencyKey: '' };
    repository.create({ ...job, ...account, searchText: title, remoteId: id });
    repository.move(id, 'collecting', {}, { kind: 'completed' });
    const { sha256, bytes: size, kind } = await files.write(once(bytes), { maxBytes: 1e9 });
    repository.putAsset(id, 0, { sha256, bytes: size, ...kind });
    repository.move(id, 'done', { nextPollAt: null, finishedAt: systemClock.now() }, { kind: 'stored' });
  }
  database.close();
  return userData;
}

/** ms until the window has drawn again, after it was asked to. */
const frame = ({ page }: App): Promise<number> =>
  page.evaluate(async () => {
    const asked = performance.now();
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return performance.now() - asked;
  });

/** The longest of many, while something is shown. */
async function longestFrame(app: App, frames = 20): Promise<number> {
  let longest = 0;
  for (let count = 0; count < frames; count += 1) longest = Math.max(longest, await frame(app));
  return longest;
}

async function openResult({ page }: App, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await page
    .locator('button[data-job]')
    .filter({ has: page.getByText(title, { exact: true }) })
    .click();
}

test('drawings that nobody could paint to the end do not stop the window, and it is said why they are not shown', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const drawings = Object.fromEntries(Object.entries(bombs).map(([name, text]) => [name, Buffer.from(text)]));
  const app = await launch({ userData: await libraryOf(drawings), errorsExpected: true });
  await app.page.getByRole('button', { name: 'Library', exact: true }).click();
  expect(await longestFrame(app)).toBeLessThan(1000);
  await expect(
    app.page.getByRole('img', { name: 'This picture can’t be shown. Open it to see why.' }).first(),
  ).toBeVisible();
  for (const name of Object.keys(bombs)) {
    await openResult(app, name);
    const problem = app.page.getByTestId('picture-problem');
    await expect(problem, name).toContainText('This picture can’t be shown safely');
    expect(await longestFrame(app, 5), name).toBeLessThan(1000);
    await app.page.keyboard.press('Escape');
  }
});

test('a picture of 16,383 by 16,383 pixels is shown in fewer, or it is said why not', async ({ launch }) => {
  test.setTimeout(240_000);
  const side = 16_383;
  const huge = await sharp({
    create: { width: side, height: side, channels: 3, background: '#b8860b' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const app = await launch({ userData: await libraryOf({ huge }), errorsExpected: true });
  await openResult(app, 'huge');
  const shown = app.page.getByTestId('result-picture');
  const settled = shown.and(app.page.locator('[style*="width"]')).or(app.page.getByTestId('picture-problem'));
  let longest = 0;
  await expect(async () => {
    longest = Math.max(longest, await longestFrame(app, 3));
    await expect(settled).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 150_000 });
  expect(longest).toBeLessThan(1000);
  expect(await longestFrame(app)).toBeLessThan(1000);
  if ((await shown.count()) === 0)
    await expect(app.page.getByTestId('picture-problem')).toContainText('This picture can’t be shown safely');
  const widths = await shown.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  for (const width of widths) expect(width).toBeLessThanOrEqual(4096);
});

test('a damaged and a deleted result are said, and a panel of one is marked', async ({ launch }) => {
  const picture = await sharp({ create: { width: 64, height: 40, channels: 3, background: '#b8860b' } })
    .png()
    .toBuffer();
  const other = await sharp({ create: { width: 65, height: 40, channels: 3, background: '#b8860b' } })
    .png()
    .toBuffer();
  const userData = await libraryOf({ changed: picture, gone: other });
  const store = createFileStore(join(userData, 'demo', 'files'));
  const { sha256 } = await store.write(once(picture), { maxBytes: 1e6 });
  await writeFile(store.path(sha256), picture.subarray(0, 30));
  const lost = await store.write(once(other), { maxBytes: 1e6 });
  await writeFile(store.path(lost.sha256), '');
  const app = await launch({ userData, errorsExpected: true });
  await app.page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(app.page.getByRole('img', { name: 'This picture can’t be shown. Open it to see why.' })).toHaveCount(2);
  await openResult(app, 'changed');
  const problem = app.page.getByTestId('picture-problem');
  await expect(problem).toContainText('The file has been damaged');
  await expect(problem.getByRole('button', { name: 'Fetch again' })).toBeVisible();
});

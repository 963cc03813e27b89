import AxeBuilder from '@axe-core/playwright';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CATALOGUES } from '../../src/shared/i18n/catalogue';
import { expect, test, type App } from './app';
import { expectNoFindings } from './axe';
import { dropFile } from './drop';

const words = CATALOGUES.en.composer;
const FILES = ['p01-1.png', 'p17-1.jpg'].map((name) => join(__dirname, '../fixtures/composite/inputs', name));

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Library', exact: true }).click();
  await page.locator('html[data-ready="library"]').waitFor();
}

/** Two finished demo jobs, and the Figure screen open. */
async function openFigure(app: App): Promise<void> {
  const { page } = app;
  await page.evaluate(async () => {
    for (const caption of ['Router', 'Decoder'])
      await window.plantain.call('job.submit', {
        endpoint: 'paperbanana.generate',
        input: { source_context: 'A method that routes tokens to experts.', caption },
      });
  });
  await page.getByRole('navigation').getByRole('button', { name: 'Figure', exact: true }).click();
  await page.locator('html[data-ready="figure"]').waitFor();
  await expect(page.getByRole('button', { name: /^Add “/ })).toHaveCount(2, { timeout: 40_000 });
}

const addBoth = async (page: Page): Promise<void> => {
  for (const caption of ['Router', 'Decoder'])
    await page.getByRole('button', { name: words.addPicture.replace('{{name}}', caption) }).click();
};
const tiles = (page: Page) => page.getByRole('list', { name: words.panels }).locator('[data-tile]');
const picture = (page: Page) => page.getByTestId('figure-preview').locator('canvas');
const facts = (page: Page) => page.getByTestId('page-facts');

async function order(page: Page): Promise<string[]> {
  return tiles(page).evaluateAll((all) => all.map((tile) => tile.getAttribute('title') ?? ''));
}

test('a figure of jobs and files is put in order, labelled, taken back, and there again after a restart', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const app = await launch();
  const { page } = app;
  await openFigure(app);
  await page.getByRole('button', { name: 'Add “Router”' }).click();
  await expect(page.getByTestId('refusal')).toContainText('2 panels or more');
  await page.getByRole('button', { name: 'Add “Decoder”' }).click();
  await expect(page.getByTestId('refusal')).toHaveCount(0);
  for (const file of FILES) await dropFile(page, file);
  await expect(tiles(page)).toHaveCount(4);
  await expect(picture(page)).toBeVisible();
  expect(await order(page)).toEqual(['Router', 'Decoder', 'p01-1.png', 'p17-1.jpg']);

  await tiles(page).first().focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => order(page)).toEqual(['Decoder', 'Router', 'p01-1.png', 'p17-1.jpg']);
  const wouldBe = (position: number) =>
    page.getByText(words.dragOver.replace('{{position}}', String(position)).replace('{{total}}', '4'), { exact: true });
  // space takes a panel up and puts it down, the arrows carry it
  await page.keyboard.press('Space');
  await expect(tiles(page).nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(wouldBe(2)).toBeAttached();
  await page.keyboard.press('ArrowLeft');
  await expect(wouldBe(1)).toBeAttached();
  await page.keyboard.press('Space');
  await expect.poll(() => order(page)).toEqual(['Router', 'Decoder', 'p01-1.png', 'p17-1.jpg']);
  await expect(tiles(page).first()).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => order(page)).toEqual(['Decoder', 'Router', 'p01-1.png', 'p17-1.jpg']);
  const from = await tiles(page).nth(3).boundingBox();
  const to = await tiles(page).nth(0).boundingBox();
  if (!from || !to) throw new Error('no tiles');
  await page.mouse.move(from.x + 40, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + 30, { steps: 3 });
  await page.mouse.move(to.x + 20, to.y + 30, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => order(page)).toEqual(['p17-1.jpg', 'Decoder', 'Router', 'p01-1.png']);

  const size = await facts(page).innerText();
  await page.getByRole('textbox', { name: 'Spacing in px' }).fill('60');
  await expect(facts(page)).not.toHaveText(size);
  await page.getByRole('textbox', { name: 'Spacing in px' }).blur();
  await tiles(page).first().focus();
  await page.keyboard.press('Control+z');
  await expect(facts(page)).toHaveText(size);
  await page.keyboard.press('Control+Shift+z');
  await expect(facts(page)).not.toHaveText(size);
  const kept = await facts(page).innerText();
  await page.getByRole('textbox', { name: words.nameLabel }).fill('Routing');
  await expect(page.getByText(/^kept /)).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => window.plantain.call('figure.list', undefined)))
    .toMatchObject({ value: [{ name: 'Routing', panels: 4 }] });
  await app.close();

  const again = await launch({ userData: app.userData });
  await again.page.getByRole('navigation').getByRole('button', { name: 'Figure', exact: true }).click();
  await expect(tiles(again.page)).toHaveCount(4);
  expect(await order(again.page)).toEqual(['p17-1.jpg', 'Decoder', 'Router', 'p01-1.png']);
  await expect(facts(again.page)).toHaveText(kept);
  await expect(again.page.getByRole('textbox', { name: words.nameLabel })).toHaveValue('Routing');
});

test('a result of the library goes into the figure', async ({ launch }) => {
  test.setTimeout(60_000);
  const app = await launch();
  const { page } = app;
  await openFigure(app);
  await openLibrary(page);
  await page.locator('[data-job]').first().click();
  await page.getByRole('button', { name: words.addToFigure }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Figure', exact: true }).click();
  await expect(tiles(page)).toHaveCount(1);
});

test('several pictures of the library go into the figure at once', async ({ launch }) => {
  test.setTimeout(60_000);
  const app = await launch();
  const { page } = app;
  await openFigure(app);
  await openLibrary(page);
  const { select } = CATALOGUES.en.library;
  await page.locator('[data-job]').first().focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 selected')).toHaveCount(0);
  for (const caption of ['Router', 'Decoder']) {
    await page.locator('[data-job]', { hasText: caption }).hover();
    await page.getByRole('button', { name: select.replace('{{name}}', caption) }).click();
  }
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.mouse.move(0, 0);
  await expectNoFindings(page, 'pictures are selected');
  await page.getByRole('button', { name: words.addToFigure }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Figure', exact: true }).click();
  await expect.poll(() => order(page)).toEqual(['Router', 'Decoder']);
});

test('what the server would refuse is said beside what mends it', async ({ launch }) => {
  test.setTimeout(90_000);
  const app = await launch();
  const { page } = app;
  await openFigure(app);
  await addBoth(page);
  await page.getByRole('button', { name: '1 × 1', exact: true }).click();
  const refusal = page.getByTestId('refusal');
  await expect(refusal).toContainText('2 panels don’t fit into 1 cells');
  await expect(page.getByRole('button', { name: words.compose })).toBeDisabled();
  await refusal.getByRole('button', { name: words.fixLayout }).click();
  await expect(refusal).toHaveCount(0);
  await page.getByText('own', { exact: true }).click();
  await page.getByRole('textbox', { name: words.ownLabels }).fill('one\ntwo\nthree');
  await expect(refusal).toContainText('3 labels for 2 panels');
  await refusal.getByRole('button', { name: words.fixLabels }).click();
  await expect(page.getByRole('textbox', { name: words.ownLabels })).toHaveValue('one\ntwo');
  await expect(page.getByRole('button', { name: words.compose })).toBeEnabled();
  await dropFile(page, FILES[0] ?? '');
  await expect(page.getByText(words.whyFile.replace('{{panel}}', '3'))).toBeVisible();
  await expect(page.getByRole('button', { name: words.compose })).toBeDisabled();
});

test('the server composes it, and its figure is held against the preview', async ({ launch }) => {
  test.setTimeout(90_000);
  const app = await launch();
  const { page } = app;
  await openFigure(app);
  await addBoth(page);
  await expect(picture(page)).toBeVisible();
  await page.getByRole('button', { name: words.compose }).click();
  await expect(page.getByTestId('theirs')).toBeVisible({ timeout: 40_000 });
  await expect
    .poll(() => page.getByTestId('ours').evaluate((canvas: HTMLCanvasElement) => canvas.width))
    .toBeGreaterThan(300);
  await page.getByText(words.views.difference, { exact: true }).click();
  await expect(page.getByTestId('difference').locator('canvas, img')).toHaveCount(2);
  await page.getByRole('button', { name: words.backToFigure }).click();
  await expect(picture(page)).toBeVisible();
});

for (const { locale, theme, size } of [
  { locale: 'en', theme: 'light', size: [1280, 800] },
  { locale: 'zh-CN', theme: 'dark', size: [900, 640] },
] as const)
  test(`axe finds nothing in ${locale}, ${theme}, ${size.join(' x ')}`, async ({ launch }) => {
    test.setTimeout(90_000);
    const app = await launch({ settings: { mode: 'demo', locale, theme } });
    const { page } = app;
    await app.electron.evaluate(({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await page.getByRole('navigation').getByRole('button', { name: CATALOGUES[locale].shell.figure }).click();
    await page.locator('html[data-ready="figure"]').waitFor();
    const look = async (): Promise<void> => {
      await page.mouse.move(0, 0);
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    };
    await look();
    for (const file of FILES) await dropFile(page, file);
    await expect(picture(page)).toBeVisible();
    await look();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
    await page.screenshot({ path: test.info().outputPath('figure.png') });
  });

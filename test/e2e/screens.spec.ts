import AxeBuilder from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEFAULT_DEMO_SETTINGS, type Settings } from '../../src/shared/settings';
import { expect, test, type App } from './app';
import { dropFile } from './drop';

const SAMPLE = join(__dirname, '../../resources/sample/sparse-routing.pdf');
/** `PLANTAIN_PICTURES=docs/pictures npm run test:e2e` takes those of the README anew. */
const PICTURES = process.env['PLANTAIN_PICTURES'] ?? join(__dirname, '../../test-results/pictures');

const WORDS = {
  en: {
    create: 'Create',
    queue: 'Queue',
    library: 'Library',
    accounts: 'Accounts',
    settings: 'Settings',
    caption: 'Caption',
    pages: 'Pages',
  },
  'zh-CN': {
    create: '新建',
    queue: '队列',
    library: '图库',
    accounts: '账户',
    settings: '设置',
    caption: '图注',
    pages: '页码',
  },
} as const;
type Locale = keyof typeof WORDS;

const LOOKS: { locale: Locale; theme: 'light' | 'dark'; size: [number, number] }[] = [
  { locale: 'en', theme: 'light', size: [1280, 800] },
  { locale: 'en', theme: 'dark', size: [1280, 800] },
  { locale: 'zh-CN', theme: 'light', size: [1280, 800] },
  { locale: 'zh-CN', theme: 'dark', size: [900, 640] },
];

async function resize(app: App, [width, height]: [number, number]): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    },
    [width, height] as const,
  );
  await expect.poll(() => app.page.evaluate(() => window.innerWidth)).toBe(width);
}

async function expectNoFindings(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n  ')}`,
  );
  expect(found, name).toEqual([]);
}

for (const { locale, theme, size } of LOOKS)
  test(`every screen in ${locale}, ${theme}, ${size.join(' x ')}: axe finds nothing, nothing scrolls sideways`, async ({
    launch,
  }) => {
    test.setTimeout(120_000);
    const words = WORDS[locale];
    const settings: Partial<Settings> = { mode: 'demo', locale, theme, demo: { ...DEFAULT_DEMO_SETTINGS, speed: 0 } };
    const app = await launch({ settings });
    const { page } = app;
    await resize(app, size);
    await mkdir(PICTURES, { recursive: true });

    const look = async (name: string): Promise<void> => {
      await page.mouse.move(0, 0);
      await expectNoFindings(page, name);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(PICTURES, `${name}-${locale}-${theme}-${size[0]}.png`) });
    };
    const go = async (name: keyof typeof words): Promise<void> => {
      await page.getByRole('navigation').getByRole('button', { name: words[name] }).first().click();
      await page.locator(`html[data-ready="${name}"]`).waitFor();
    };

    await look('create-empty');
    await go('queue');
    await look('queue-empty');
    await go('library');
    await look('library-empty');
    await go('create');
    await dropFile(page, SAMPLE);
    await expect(app.create.pdfName).toBeVisible();
    await page.getByRole('textbox', { name: words.pages }).fill('2-4');
    await page
      .getByRole('textbox', { name: words.caption })
      .fill(
        locale === 'en'
          ? 'Overview of the sparse-routed encoder. A router scores the segments; the decoder attends only to the best of them.'
          : '稀疏路由编码器总览。路由器为各片段打分，解码器只关注得分最高的片段。',
      );
    await expect(page.locator('img').first()).toBeVisible();
    await look('create');
    await page.keyboard.press('Control+Enter');
    await expect(app.queue.picture).toBeVisible({ timeout: 40_000 });
    await app.queue.picture.evaluate((image: HTMLImageElement) => image.decode());
    await look('queue');
    await go('library');
    await expect(page.locator('main img').first()).toBeVisible();
    await look('library');
    await page.locator('main img').first().click();
    await page.locator('main img').first().dblclick();
    await look('result');
    await go('accounts');
    await look('accounts');
    await go('settings');
    await look('settings');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('palette');
  });

test('the first start asks where to begin', async ({ launch }) => {
  const app = await launch({ demo: false });
  await expect(app.page.locator('html')).toHaveAttribute('data-ready', 'welcome');
  await expectNoFindings(app.page, 'welcome');
  await mkdir(PICTURES, { recursive: true });
  await app.page.screenshot({ path: join(PICTURES, 'welcome-en-light-1280.png') });
  await app.page.getByRole('button', { name: 'Open the demo' }).click();
  await expect(app.page.getByText('Nothing leaves this computer')).toBeVisible();
});

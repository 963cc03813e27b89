import AxeBuilder from '@axe-core/playwright';
import { expect, test, type App } from './app';

const WORDS = {
  en: {
    accounts: 'Accounts',
    newKey: 'New key',
    name: 'Name',
    make: 'Make the key',
    done: 'Close without copying',
    menu: 'Actions for the key my-app',
    items: ['Details', 'Edit…', 'Set webhook and secret…', 'Delete…'],
  },
  'zh-CN': {
    accounts: '账户',
    newKey: '新建密钥',
    name: '名称',
    make: '创建密钥',
    done: '不复制并关闭',
    menu: '密钥 my-app 的操作',
    items: ['详情', '编辑…', '设置 webhook 和签名密钥…', '删除…'],
  },
} as const;

async function expectNoFindings({ page }: App, where: string): Promise<void> {
  await page.mouse.move(0, 0);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`);
  expect(found, where).toEqual([]);
}

for (const [locale, theme, width] of [
  ['en', 'light', 1280],
  ['zh-CN', 'dark', 900],
] as const)
  test(`the keys and all their dialogs in ${locale}, ${theme}, ${width}: axe finds nothing`, async ({ launch }) => {
    test.setTimeout(120_000);
    const words = WORDS[locale];
    const app = await launch({ settings: { mode: 'demo', locale, theme } });
    const { page } = app;
    await app.electron.evaluate(
      ({ BrowserWindow }, width) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, 640),
      width,
    );
    await page.getByRole('navigation').first().getByRole('button', { name: words.accounts }).click();
    await expect(page.getByText('my-app').first()).toBeVisible();
    await expectNoFindings(app, 'screen');
    const dialog = page.getByRole('dialog');
    for (const item of words.items) {
      await page.getByRole('button', { name: words.menu }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(dialog).toBeVisible();
      await expectNoFindings(app, item);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await page.getByRole('button', { name: words.newKey }).click();
    await expect(dialog).toBeVisible();
    await expectNoFindings(app, 'new key');
    await dialog.getByRole('textbox', { name: words.name, exact: true }).fill('A key');
    await dialog.getByRole('button', { name: words.make }).click();
    await expect(page.getByTestId('new-key')).toContainText('pb_');
    await page.keyboard.press('Escape');
    await expect(dialog.getByRole('button', { name: words.done })).toBeVisible();
    await expectNoFindings(app, 'shown once');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });

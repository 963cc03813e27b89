import { DEFAULT_DEMO_SETTINGS } from '../../src/shared/settings';
import { expect, test, type App } from './app';

const settings = {
  mode: 'demo' as const,
  locale: 'en' as const,
  theme: 'light' as const,
  demo: { ...DEFAULT_DEMO_SETTINGS, speed: 0 as const },
};

/** What has the focus is in sight, and is marked. */
async function expectVisibleFocus({ page }: App): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return 'nothing has the focus';
    const marked = (one: Element | null): boolean => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    };
    // radio buttons and editors are marked on what stands around them
    const around = [element, element.parentElement, element.closest('.cm-editor'), element.closest('label')];
    const { bottom, top } = element.getBoundingClientRect();
    if (top >= innerHeight || bottom <= 0) return `${element.outerHTML.slice(0, 120)} is out of sight`;
    return around.some(marked) ? 'visible' : `${element.outerHTML.slice(0, 200)} is not marked`;
  });
  expect(focus).toBe('visible');
}

/** Tab until the control of that name has the focus. */
async function tabTo(app: App, role: Parameters<App['page']['getByRole']>[0], name: string | RegExp): Promise<void> {
  const wanted = app.page
    .getByRole('main')
    .getByRole(role, { name, ...(typeof name === 'string' && { exact: true }) })
    .first();
  for (let step = 0; step < 60; step++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) {
      await expectVisibleFocus(app);
      return;
    }
    await app.page.keyboard.press('Tab');
  }
  throw new Error(`60 times Tab did not lead to ${String(name)}`);
}

/** From anywhere to a form, by the palette. */
async function openByPalette({ page }: App, words: string, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeFocused();
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { selected: true })).toContainText(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
}

test('a diagram is drawn from text with the keyboard alone', async ({ launch }) => {
  const app = await launch({ settings });
  const { page } = app;
  await openByPalette(app, 'diagram from text', 'Diagram from text');
  await tabTo(app, 'textbox', 'Method');
  await page.keyboard.type('A kettle warms water; a sensor reads it; a relay switches.');
  await tabTo(app, 'textbox', 'Caption');
  await page.keyboard.type('The loop of a kettle');
  await tabTo(app, 'radio', '1K');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '2K' })).toBeChecked();
  await expectVisibleFocus(app);
  await page.keyboard.press('Control+Enter');
  await expect(app.queue.state('Done')).toBeVisible({ timeout: 30_000 });
  await tabTo(app, 'button', 'Open in Library');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'library');
  await expect(page.getByRole('main').getByRole('img').first()).toBeVisible();
});

test('usage of the last 30 days is asked for with the keyboard alone', async ({ launch }) => {
  const app = await launch({ settings });
  const { page } = app;
  await openByPalette(app, 'usage', 'Usage');
  await tabTo(app, 'button', 'Last 30 days');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'To', exact: true })).toHaveValue(/T23:59:59Z$/);
  await tabTo(app, 'button', /^Show usage/);
  await page.keyboard.press('Enter');
  const answer = page.getByTestId('answer');
  await expect(answer.getByText('Compute time').first()).toBeVisible();
  await tabTo(app, 'region', 'The answer');
});

test('a model is deployed with its environment with the keyboard alone', async ({ launch }) => {
  const app = await launch({ settings });
  const { page } = app;
  await openByPalette(app, 'deploy', 'Deploy a model');
  await tabTo(app, 'textbox', 'Model key');
  await page.keyboard.type('kettle-control');
  await tabTo(app, 'textbox', 'Source');
  await page.keyboard.type('https://github.com/example/kettle');
  await tabTo(app, 'textbox', 'Name 1');
  await page.keyboard.type('GPU_TYPE');
  await page.keyboard.press('Tab');
  await expectVisibleFocus(app);
  await page.keyboard.type('A10G');
  await tabTo(app, 'button', 'Add a variable');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('textbox', { name: 'Name 2' })).toBeFocused();
  await page.keyboard.type('TOKEN');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sesame');
  await page.keyboard.press('Control+Enter');
  await expect(
    page
      .getByTestId('answer')
      .getByText(/deploy_/)
      .first(),
  ).toBeVisible();
});

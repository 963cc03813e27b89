import { ENDPOINTS } from '../../src/shared/endpoints';
import { DEFAULT_DEMO_SETTINGS } from '../../src/shared/settings';
import { expect, oneWindow, test } from './app';
import { expectNoFindings } from './axe';
import { FormPage } from './pages/form-page';

const shown = oneWindow({
  settings: { mode: 'demo', locale: 'zh-CN', theme: 'dark', demo: { ...DEFAULT_DEMO_SETTINGS, speed: 0 } },
});
const [WIDTH, HEIGHT] = [900, 640];

for (const endpoint of ENDPOINTS)
  test(`${endpoint.id} in Chinese, dark, ${WIDTH} x ${HEIGHT}: axe finds nothing, nothing scrolls sideways`, async () => {
    const { page, electron } = shown();
    await electron.evaluate(
      ({ BrowserWindow }, [width, height]) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
      },
      [WIDTH, HEIGHT] as const,
    );
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(WIDTH);
    const form = new FormPage(page, electron, endpoint, 'zh-CN');
    await form.openFromPicker();
    await form.openMore();
    await page.mouse.move(0, 0);
    await expectNoFindings(page, endpoint.id, 'section[aria-labelledby="composer-title"]');
    const sideways = await page.evaluate(() => {
      const scroll = [
        document.documentElement,
        ...document.querySelectorAll('section[aria-labelledby="composer-title"] *'),
      ];
      return scroll
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
        .map((element) => element.className);
    });
    expect(sideways).toEqual([]);
  });

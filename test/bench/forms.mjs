import { PROGRAMS, warmFolder, withWindow } from './windows.mjs';

const ROUNDS = 2;
/** The start is measured elsewhere. */
const SETTLE_MS = 2000;
const KEYS = 60;
const LONG_JSON_BYTES = 200_000;

function p95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)];
}

/**
 * From the press on each name in the list to the frame after its form stands, in ms. Both ends are taken in the window,
 * so that the driver's own way does not count.
 */
async function openForms(page) {
  // the list comes after the first form
  await page.locator('nav section').first().waitFor();
  await page.waitForTimeout(SETTLE_MS);
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const list = document.querySelector('nav section').parentElement;
    for (const fold of list.querySelectorAll('button[aria-expanded="false"]')) fold.click();
    await frame();
    const times = [];
    for (let at = 0; ; at += 1) {
      const items = [...list.querySelectorAll('button:not([aria-expanded])')];
      if (at >= items.length) return times;
      const title = items[at].querySelector('span').textContent;
      const before = document.querySelector('section[aria-labelledby="composer-title"]');
      const began = performance.now();
      items[at].click();
      for (;;) {
        await frame();
        const now = document.querySelector('section[aria-labelledby="composer-title"]');
        const same = items[at].getAttribute('aria-current') === 'true' && before === now && at === 0;
        if ((now !== before || same) && now.querySelector('h2').textContent === title) break;
        if (performance.now() - began > 5000) throw new Error(`${title} did not open`);
      }
      times.push(performance.now() - began);
      // the heavy widget comes after its form, and is waited for before the next is opened
      for (let waited = 0; waited < 100 && document.querySelector('[aria-busy]'); waited += 1) await frame();
    }
  });
}

/** How long each key in a long JSON text takes to its frame, pauses for what is handed over included. */
async function typeIntoLongJson(page) {
  await page.getByRole('textbox', { name: 'Filter' }).fill('POST /v1/run');
  await page.getByRole('button', { name: /POST \/v1\/run$/ }).click();
  const editor = page.getByRole('textbox', { name: 'Inputs' });
  const text = JSON.stringify(
    { items: Array.from({ length: LONG_JSON_BYTES / 50 }, (_item, at) => `item ${at} of a long list of them`) },
    null,
    2,
  );
  await editor.click();
  // pasted, as a person would: nobody types so much
  await editor.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await editor.press('Control+Home');
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    window.keyTimes = [];
    window.addEventListener('keydown', () => {
      const began = performance.now();
      requestAnimationFrame(() => setTimeout(() => window.keyTimes.push(performance.now() - began)));
    });
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press('Space');
    // now and then a pause, so that the text is read and checked in between
    await page.waitForTimeout(key % 10 === 9 ? 400 : 30);
  }
  return page.evaluate(() => window.keyTimes);
}

/** All forms opened in turn, and typing in a long JSON field, in the real window. */
export async function measure(context) {
  const { userData, remove } = await warmFolder(context);
  try {
    const { used } = await withWindow({ ...PROGRAMS.plantain, userData }, context, async ({ page }) => {
      const opened = [];
      for (let round = 0; round < ROUNDS; round += 1) opened.push(...(await openForms(page)));
      const keys = await typeIntoLongJson(page);
      return { opened, keys };
    });
    return { 'form.openP95Ms': p95(used.opened), 'json.keyP95Ms': p95(used.keys) };
  } finally {
    await remove();
  }
}

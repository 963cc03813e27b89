import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePanel } from './compose.mjs';
import { PROGRAMS, warmFolder, withWindow } from './windows.mjs';

/** Panels of each figure: how many, width, height. The cold one is the four of 2048 x 1536. */
const FIGURES = { 3: [900, 700], 4: [2048, 1536], 12: [2048, 1536] };
const CHANGES = 40;
const SETTLE_MS = 1500;

function p95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)];
}

/** Puts pictures that main took in into a figure of its own, kept as if it had been composed earlier. */
async function keepFigure(page, id, files) {
  const panels = [];
  for (const [at, bytes] of files.entries()) {
    const reply = await page.evaluate(
      ([name, base64]) =>
        window.plantain.call('file.import', {
          name,
          bytes: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
          kind: 'panels',
        }),
      [`${id}-${at}.png`, bytes.toString('base64')],
    );
    panels.push({ id: `${id}-${at}`, name: `panel ${at}`, source: { kind: 'asset', sha256: reply.value.$file } });
  }
  const journal = {
    ...{ preset: null, widthMm: 89, dpi: 300, gapMm: 3, fit: 'heights' },
    letters: { style: 'a', corner: 'top-left', place: 'over', points: 8 },
  };
  const figure = {
    ...{ id, name: id, panels, mode: 'server', layout: 'auto', labels: { style: '(a)', texts: [] } },
    ...{ spacing: 20, position: 'bottom', fontSize: 32, journal, altText: '', updatedAt: Date.now() },
  };
  const reply = await page.evaluate((kept) => window.plantain.call('figure.save', { figure: kept }), figure);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
}

/** Counts pictures as they are put on a canvas. */
function countPictures(page) {
  return page.evaluate(() => {
    const { putImageData } = CanvasRenderingContext2D.prototype;
    window.pictures = 0;
    CanvasRenderingContext2D.prototype.putImageData = function (...args) {
      putImageData.apply(this, args);
      window.pictures += 1;
    };
  });
}

/** From the press to the frame with the new picture, in ms; both ends taken in the window. */
function changes(page, count) {
  return page.evaluate(async (rounds) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const styles = [...document.querySelectorAll('aside input[type="radio"]')];
    const radio = (value) => styles.find((input) => input.value === value);
    const tile = () => document.querySelector('[data-tile]');
    const slider = () => document.querySelectorAll('aside [role="slider"]')[1];
    const press = (element, key, extra) => {
      element.focus();
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...extra }),
      );
    };
    const acts = [
      (round) => radio(round % 2 ? 'A' : 'a').click(),
      () => press(slider(), 'ArrowRight', {}),
      () => press(tile(), 'ArrowRight', { altKey: true }),
    ];
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      const before = window.pictures;
      const began = performance.now();
      acts[round % acts.length](Math.floor(round / acts.length));
      while (window.pictures === before) {
        await frame();
        if (performance.now() - began > 10_000) throw new Error(`no new preview after change ${round}`);
      }
      await frame();
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return times;
  }, count);
}

export async function measure(context) {
  const { userData, remove } = await warmFolder(context);
  const folder = await mkdtemp(join(tmpdir(), 'plantain-bench-'));
  const metrics = {};
  try {
    await withWindow({ ...PROGRAMS.plantain, userData }, context, async ({ page }) => {
      for (const [count, [width, height]] of Object.entries(FIGURES)) {
        const files = [];
        for (let at = 0; at < Number(count); at += 1) {
          const file = join(folder, `${count}-${at}.png`);
          await makePanel(file, width, height, at + Number(count) * 20);
          files.push(await readFile(file));
        }
        await keepFigure(page, `bench-${count}`, files);
      }
      await page.waitForTimeout(SETTLE_MS);
      await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Figure' }).click();
      await page.locator('[data-testid="figure-preview"] canvas').waitFor({ timeout: 60_000 });
      await countPictures(page);
      for (const count of Object.keys(FIGURES)) {
        await page.getByRole('button', { name: 'Figures', exact: true }).click();
        const item = page.getByRole('menuitem', { name: new RegExp(`^bench-${count} `) });
        await item.waitFor();
        const opened = await item.evaluate(async (element) => {
          const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          const before = window.pictures;
          const began = performance.now();
          element.click();
          while (window.pictures === before) {
            await frame();
            if (performance.now() - began > 30_000) throw new Error('the figure did not open');
          }
          await frame();
          return performance.now() - began;
        });
        if (count === '4') metrics['preview.coldMs'] = opened;
        await page.waitForTimeout(500);
        await changes(page, 6);
        metrics[`preview.${count}.p95Ms`] = p95(await changes(page, CHANGES));
      }
    });
    return metrics;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await remove();
  }
}

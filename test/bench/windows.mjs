import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { _electron } from 'playwright';

const BARE = resolve('test/bench/bare');

/** The two programs that are compared: the least one, and ours in a folder that already had its first start. */
export const PROGRAMS = {
  bare: { folder: BARE, args: [], ready: 'html[data-ready]' },
  plantain: { folder: resolve('.'), args: ['--demo'], ready: 'html[data-ready="create"] textarea' },
};

/**
 * Starts a program, gives `use` the window as soon as it can be typed into, and ends it.
 * @returns {Promise<{readyMs: number, used: T}>} readyMs: from the start of the process
 */
export async function withWindow(program, { env, flags }, use = async () => undefined) {
  const userData = program.userData ?? (await mkdtemp(join(tmpdir(), 'plantain-bench-')));
  const began = performance.now();
  const app = await _electron.launch({
    args: [...flags, program.folder, ...program.args],
    env: { ...env, PLANTAIN_USER_DATA: userData },
  });
  try {
    const page = await app.firstWindow();
    // a locator looks again after pauses of up to 500 ms: the later window would be charged for them
    await page.waitForFunction((ready) => document.querySelector(ready)?.checkVisibility() === true, program.ready, {
      polling: 10,
    });
    const readyMs = performance.now() - began;
    return { readyMs, used: await use({ app, page }) };
  } finally {
    await app.close();
    if (!program.userData) await rm(userData, { recursive: true, force: true });
  }
}

/** A user-data folder in which the program has already run once: what every start but the first is like. */
export async function warmFolder(context) {
  const userData = await mkdtemp(join(tmpdir(), 'plantain-bench-'));
  await withWindow({ ...PROGRAMS.plantain, userData }, context);
  return { userData, remove: () => rm(userData, { recursive: true, force: true }) };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

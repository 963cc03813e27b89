import type { Backend, BackendOptions } from './backend';

/** ms after which nothing is waited for any more: a page in trouble must not keep jobs from being asked about. */
const LIMIT = 4000;

/** ms that the first picture has to reach the screen once the window is shown: `ready-to-show` comes before it does. */
const PICTURE = 100;

/**
 * Loads all that answers the window, once the first picture stands. Loading (some 100 ms of this process) would hold up
 * the picture otherwise: this process serves the page's files and brings its frames to the screen. What the page asks
 * meanwhile is answered afterwards; it draws its form without.
 */
export async function loadBackend(options: BackendOptions): Promise<Backend> {
  const picture = options.shown.then(() => wait(PICTURE));
  await Promise.race([picture, wait(LIMIT)]);
  const { createBackend } = await import('./backend');
  return createBackend(options);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import type { Backend, BackendOptions } from './backend';

/** ms after which the page's first call is not waited for: a page in trouble must not keep jobs from being asked about. */
const LIMIT = 4000;

/**
 * Loads all that answers the window, once the page asks for the first time: it asks when its files are there and it
 * begins to draw. This process serves those files, and its libraries (some 100 ms) would stand before them in the line.
 */
export async function loadBackend(options: BackendOptions, asked: Promise<void>): Promise<Backend> {
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, LIMIT))]);
  const { createBackend } = await import('./backend');
  return createBackend(options);
}

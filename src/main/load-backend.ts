import type { Backend, BackendOptions } from './backend';

/** ms after which the first paint is not waited for: a page in trouble must not keep live jobs from being asked about. */
const LIMIT = 4000;

/**
 * Loads all that answers the window, after its first paint. This process serves the page its files, and its
 * libraries (some 100 ms) would stand before them in the line; calls that come meanwhile wait.
 */
export async function loadBackend(options: BackendOptions): Promise<Backend> {
  await Promise.race([options.shown, new Promise((resolve) => setTimeout(resolve, LIMIT))]);
  const { createBackend } = await import('./backend');
  return createBackend(options);
}

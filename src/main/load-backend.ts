import type { Backend, BackendOptions } from './backend';

/** Loads all that answers the window. Its own chunk: a third of the start-up's time would go into its libraries. */
export async function loadBackend(options: BackendOptions): Promise<Backend> {
  // the window's process is started first; it needs this one's attention for its files
  await new Promise((resolve) => setImmediate(resolve));
  const { createBackend } = await import('./backend');
  return createBackend(options);
}

import type { Backend, BackendOptions } from './backend';

/** Loads all that answers the window, while the window's own process is busy with its scripts. */
export async function loadBackend(pageLoaded: Promise<void>, options: BackendOptions): Promise<Backend> {
  await pageLoaded;
  const { createBackend } = await import('./backend');
  return createBackend(options);
}

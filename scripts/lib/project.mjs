import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { homedir } from 'node:os';

/** Absolute path of the project's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of the user's cache folder for Plantain's tools; it may not exist yet. */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'plantain');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'plantain');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? homedir(), 'plantain', 'cache');
  return join(homedir(), '.cache', 'plantain');
}

/** An error whose message is all the user needs: scripts print it without a stack. */
export class PlainError extends Error {}

/** Runs a script's main function; ends the process with its exit code, or with 1 and a readable message. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof PlainError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}

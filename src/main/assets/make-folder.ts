import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from './disk-error';

/**
 * Makes a folder and those above it that are missing, readable by their owner alone: prompts and captions are nobody
 * else's business. One by one: Node's own `recursive` never ends where a folder that exists answers ENOENT, as /proc
 * does. Throws as mkdir does.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // another process was quicker
    if (systemCode(error) !== 'EEXIST') throw error;
  }
}

/** Makes the folder of all data. What the system says where it can't be made or written; undefined where it can. */
export function refusalOf(folder: string): string | undefined {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return systemCode(error) ?? String(error);
  }
}

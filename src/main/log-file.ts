import { join } from 'node:path';

/** Absolute path of the log that is written now. */
export function logFileIn(dataFolder: string): string {
  return join(dataFolder, 'logs', 'main.log');
}

import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The PDF that a command line names (relative to its folder), if it names one that is there. */
export function pdfAmong(argv: readonly string[], folder: string): string | undefined {
  for (const word of argv) {
    if (word.startsWith('-') || !/\.pdf$/i.test(word)) continue;
    const path = resolve(folder, word);
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  }
  return undefined;
}

import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where the demo server keeps its tasks beyond the program's life: a real server outlives its client too. */
export interface Memory {
  load(): string | undefined;
  save(state: string): Promise<void>;
}

/** One JSON file, replaced whole; writes follow one another. */
export function createFileMemory(path: string): Memory {
  let last: Promise<void> = Promise.resolve();
  return {
    load() {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined; // the first start
      }
    },
    save(state) {
      const write = async (): Promise<void> => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(`${path}.new`, state);
        await rename(`${path}.new`, path);
      };
      last = last.then(write, write);
      return last;
    },
  };
}

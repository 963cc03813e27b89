import { stat } from 'node:fs/promises';
import { systemCode } from './disk-error';
import { sumOf } from './sum-of';

export type FileState = 'sound' | 'missing' | 'damaged';

/** Files are named by their content's sum, so each can be held to its name. */
export interface FileCheck {
  /** Throws what the system says where the file is there and can't be read. */
  state(path: string, sha256: string): Promise<FileState>;
  /** The file at this place is known to be sound or not no longer. */
  forget(path: string): void;
}

/** Enough for a library that is scrolled through; what falls out is read once more. */
const MOST_KNOWN = 20_000;

/**
 * A file is read through once, and again when its size or time of change differ: to look at a library costs a `stat`
 * a picture. Two that ask at the same time share the reading.
 */
export function createFileCheck(sum: (path: string) => Promise<string> = sumOf): FileCheck {
  const known = new Map<string, { mark: string; state: FileState }>();
  const reading = new Map<string, Promise<FileState>>();

  async function read(path: string, sha256: string): Promise<FileState> {
    const info = await stat(path).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined;
      throw error;
    });
    if (!info) return 'missing';
    const mark = `${info.size} ${info.mtimeMs} ${info.ctimeMs} ${info.ino}`;
    const before = known.get(path);
    if (before?.mark === mark) return before.state;
    const state = info.isFile() && (await sum(path)) === sha256 ? 'sound' : 'damaged';
    const oldest = known.size >= MOST_KNOWN ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(path, { mark, state });
    return state;
  }

  return {
    state(path, sha256) {
      const already = reading.get(path);
      if (already) return already;
      const work = read(path, sha256).finally(() => reading.delete(path));
      reading.set(path, work);
      return work;
    },
    forget: (path) => void known.delete(path),
  };
}

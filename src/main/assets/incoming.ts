import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asDiskError } from './disk-error';
import { isAlive } from './is-alive';
import { sumOf } from './sum-of';

export type WriteChunk = (file: FileHandle, chunk: Uint8Array) => Promise<void>;

export interface Received {
  sha256: string;
  size: number;
  /** The first bytes, for telling what it is. */
  head: Uint8Array;
}

/** A file that is on the disk and has no name yet. */
export interface Arrived extends Pick<Received, 'head' | 'size'> {
  file: Pick<FileHandle, 'read'>;
  path: string;
}

interface Checks {
  /** Called with the size so far, before each chunk is written; may throw. */
  onSize(size: number): void;
  /** Called when all has come, before the file gets its name; may throw. */
  check(arrived: Arrived): Promise<void> | void;
  /** Where a content belongs. */
  path(sha256: string): string;
}

export interface Incoming {
  /** Writes a stream to a file that has its final name only when all of it is on the disk. */
  receive(content: AsyncIterable<Uint8Array>, checks: Checks): Promise<Received>;
  sweep: () => Promise<number>;
}

/** JPEGs carry profiles and previews before their size; more than this was not met. */
const HEAD_BYTES = 512 * 1024;
/** A file that nothing was written to for so long is nobody's: its process id is another program's by now. */
const LONGEST_PAUSE_MS = 24 * 60 * 60_000;
const TEMPORARY = /^\.incoming-(\d+)-/;

const writeAll: WriteChunk = async (file, chunk) => {
  await file.writeFile(chunk);
};

/** Makes a rename last through a power cut. Windows cannot open folders, and does not need it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The files that are on their way into `directory`. Their names tell the process, so that no other sweeps them. */
export function createIncoming(directory: string, writeChunk: WriteChunk = writeAll): Incoming {
  const active = new Set<string>();

  async function place(temporary: string, target: string, { size, sha256 }: Received): Promise<void> {
    const there = await stat(target).catch(() => undefined);
    // a file that a failing disk has cut short or changed is replaced, a sound one kept
    if (there?.size === size && (await sumOf(target).catch(() => undefined)) === sha256) {
      await rm(temporary);
      return;
    }
    const folder = dirname(target);
    const made = await mkdir(folder, { recursive: true });
    await rename(temporary, target);
    await syncFolder(folder);
    if (made) await syncFolder(directory);
  }

  async function copy(file: FileHandle, content: AsyncIterable<Uint8Array>, checks: Checks): Promise<Received> {
    const hash = createHash('sha256');
    const head: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of content) {
      if (size < HEAD_BYTES) head.push(chunk.slice(0, HEAD_BYTES - size));
      size += chunk.byteLength;
      checks.onSize(size);
      hash.update(chunk);
      // only writing can fill the disk; what the content itself throws passes as it is
      await writeChunk(file, chunk).catch((error: unknown) => {
        throw asDiskError(error);
      });
    }
    return { sha256: hash.digest('hex'), size, head: Buffer.concat(head) };
  }

  return {
    async receive(content, checks) {
      const name = `.incoming-${process.pid}-${randomUUID()}`;
      const temporary = join(directory, name);
      active.add(name);
      try {
        const file = await mkdir(directory, { recursive: true })
          .then(() => open(temporary, 'wx+', 0o600))
          .catch((error: unknown) => {
            throw asDiskError(error);
          });
        const received = await copy(file, content, checks)
          .then(async (result) => {
            await checks.check({ ...result, file, path: temporary });
            await file.sync().catch((error: unknown) => {
              throw asDiskError(error);
            });
            return result;
          })
          .finally(() => file.close());
        await place(temporary, checks.path(received.sha256), received).catch((error: unknown) => {
          throw asDiskError(error);
        });
        return received;
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      } finally {
        active.delete(name);
      }
    },

    async sweep() {
      const names = await readdir(directory).catch((): string[] => []);
      let swept = 0;
      for (const name of names) {
        const pid = TEMPORARY.exec(name)?.[1];
        if (pid === undefined || active.has(name)) continue;
        const path = join(directory, name);
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
        const mayGrow = Date.now() - mtimeMs < LONGEST_PAUSE_MS && isAlive(Number(pid));
        if (Number(pid) !== process.pid && mayGrow) continue;
        await rm(path, { force: true });
        swept += 1;
      }
      return swept;
    },
  };
}

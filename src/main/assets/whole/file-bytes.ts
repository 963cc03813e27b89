import type { FileHandle } from 'node:fs/promises';

/** Random access to a file, a window of it in memory at a time. */
export interface FileBytes {
  readonly size: number;
  /** `length` bytes from `at`, fewer at the end of the file. Valid until the next call. */
  read(at: number, length: number): Promise<Uint8Array>;
  /** Where the byte comes next, from `at` on; -1 where it does not. */
  indexOf(byte: number, at: number): Promise<number>;
}

const WINDOW_BYTES = 256 * 1024;

export function fileBytes(file: Pick<FileHandle, 'read'>, size: number): FileBytes {
  let start = 0;
  let window: Uint8Array = new Uint8Array();

  async function load(at: number, length: number): Promise<void> {
    const wanted = Math.min(Math.max(length, WINDOW_BYTES), Math.max(0, size - at));
    const buffer = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await file.read(buffer, filled, wanted - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    start = at;
    window = buffer.subarray(0, filled);
  }

  const covers = (at: number, end: number): boolean => at >= start && Math.min(end, size) <= start + window.length;

  async function read(at: number, length: number): Promise<Uint8Array> {
    if (at >= size) return new Uint8Array();
    if (!covers(at, at + length)) await load(at, length);
    return window.subarray(at - start, at - start + length);
  }

  return {
    size,
    read,
    async indexOf(byte, at) {
      for (let from = at; from < size;) {
        if (!covers(from, from + 1)) await load(from, WINDOW_BYTES);
        const found = window.indexOf(byte, from - start);
        if (found >= 0) return start + found;
        if (window.length === 0) return -1;
        from = start + window.length;
      }
      return -1;
    },
  };
}

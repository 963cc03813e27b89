import { closeSync, fsyncSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { AppError } from '../../shared/app-error';

/** Room for the acceptances of a handful of jobs: one writes some ten pages of 4 kB into the log. */
const RESERVED_BYTES = 512 * 1024;

/** A file beside the database that holds room on the disk, to be given up for what must be written. */
export interface Reserve {
  /** Throws disk_full where there is no room left to hold. */
  hold(): void;
  /** True where there was something to give up. */
  giveUp(): boolean;
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Random bytes: a file system that packs or leaves out what is all alike would keep no room for zeros. */
function fill(path: string): void {
  // whole or not at all: a single write may end short where room is scarce
  writeFileSync(path, randomBytes(RESERVED_BYTES));
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function createReserve(path: string): Reserve {
  return {
    hold() {
      try {
        if (sizeOf(path) >= RESERVED_BYTES) return;
        fill(path);
      } catch (error) {
        rmSync(path, { force: true });
        const full = codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT';
        if (full) throw new AppError('disk_full', {}, { cause: error });
        // where no file may be made beside the database there is no reserve, and still a database
      }
    },
    giveUp() {
      if (sizeOf(path) === 0) return false;
      rmSync(path, { force: true });
      return true;
    },
  };
}

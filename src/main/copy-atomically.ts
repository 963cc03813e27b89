import { randomUUID } from 'node:crypto';
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Copies a file so that `target` is either what it was or the whole copy, also where the power fails in between. The
 * copy has the permissions of any new file: the store's own, which nobody else may read, are not what was asked for.
 */
export async function copyAtomically(source: string, target: string): Promise<void> {
  // not made of the target's name: that may be as long as the disk allows
  const temporary = join(dirname(target), `.plantain-${randomUUID().slice(0, 8)}.part`);
  try {
    const empty = await open(temporary, 'wx');
    const { mode } = await empty.stat().finally(() => empty.close());
    await copyFile(source, temporary);
    await chmod(temporary, mode & 0o777);
    const file = await open(temporary, 'r+');
    await file.sync().finally(() => file.close());
    await rename(temporary, target);
  } catch (error) {
    // what it says would hide why the copy failed
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

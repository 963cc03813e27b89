import { existsSync, renameSync } from 'node:fs';
import type { Clock } from '../../shared/clock';

/** Renames a damaged database with its log, which beside a new one would be read into it. Where it lies then. */
export function moveAside(path: string, clock: Pick<Clock, 'now'>): string {
  const time = new Date(clock.now()).toISOString().replace(/[:.]/g, '-');
  const damagedFile = `${path}.damaged-${time}`;
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(path + part)) renameSync(path + part, damagedFile + part);
  }
  return damagedFile;
}

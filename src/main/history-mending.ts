import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../shared/clock';
import type { Mode } from '../shared/settings';
import type { HistoryState } from './history-state';
import type { HistoryThread } from './history-thread';
import { moveAside } from './jobs/move-aside';

interface MendingDeps {
  /** Of a mode's data. */
  folderOf(mode: Mode): string;
  modes: { restart(mode: Mode, work: () => Promise<void>): Promise<void> };
  history: HistoryState;
  thread: Pick<HistoryThread, 'rescue'>;
  clock: Clock;
}

/**
 * Ends the use of a damaged history. The damaged file is moved aside, where it has not been already, and never deleted;
 * then what can be read is brought into a new history, or that one begins empty. Nothing happens to a sound one.
 */
export function createHistoryMending({ folderOf, modes, history, thread, clock }: MendingDeps) {
  return async (mode: Mode, how: 'rescue' | 'anew'): Promise<void> => {
    const { history: state, damagedFile } = history.of(mode);
    const path = join(folderOf(mode), 'history.db');
    if (state !== 'harmed' && (state !== 'damaged' || damagedFile === null || how === 'anew')) return;
    await modes.restart(mode, async () => {
      if (state === 'damaged' && damagedFile !== null) {
        // offered again where this fails; what was begun in the new history since then stays in it
        history.mended(mode, damagedFile, null);
        const { jobs, remains } = await thread.rescue(damagedFile, path);
        history.mended(mode, damagedFile, { jobs, remains });
        return;
      }
      // the damaged one keeps its place until the rescued one is whole
      const made = `${path}.rescued`;
      for (const part of ['', '-wal', '-shm']) rmSync(made + part, { force: true });
      const rescued = how === 'rescue' ? await thread.rescue(path, made) : null;
      const source = moveAside(path, clock);
      if (rescued) renameSync(made, path);
      history.mended(mode, source, rescued && { jobs: rescued.jobs, remains: rescued.remains });
    });
  };
}

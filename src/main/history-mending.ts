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
      // what was begun in the new history since then stays in it
      const source = state === 'damaged' && damagedFile !== null ? damagedFile : moveAside(path, clock);
      const rescued = how === 'rescue' ? await thread.rescue(source, path) : null;
      history.mended(mode, source, rescued && { jobs: rescued.jobs, remains: rescued.remains });
    });
  };
}

import type { ProcessName } from './process-birth';
import type { JobState } from '../../shared/job';
import { isWatched } from '../../shared/job';
import type { Database, Row } from './database';

/** A job that is not over, and the process that sends or follows it: null where none does. */
export interface OwnedJob {
  id: string;
  owner: ProcessName | null;
  createdAt: number;
}

/** Which process minds which job, on a history that several work on. */
export interface JobOwnership {
  /** Jobs in these states, oldest first. */
  list(states: readonly JobState[]): OwnedJob[];
  ownerOf(id: string): ProcessName | null;
  /** Makes the job `next`'s where it still is `before`'s and still watched: of several that try, one succeeds. */
  claim(id: string, before: ProcessName | null, next: ProcessName): boolean;
  /** Nobody follows the job from now on; somebody may. */
  release(id: string): void;
  /** True where the window has taken the job over. */
  isHandedOver(id: string): boolean;
}

function ownerIn(row: Row): ProcessName | null {
  const { process: pid, process_birth: birth } = row;
  return pid === null || pid === undefined ? null : { pid: Number(pid), birth: birth == null ? null : String(birth) };
}

export function createJobOwnership(database: Database): JobOwnership {
  const inState = database.prepare(
    'SELECT id, process, process_birth, created_at FROM jobs WHERE state = ? ORDER BY seq',
  );
  const select = database.prepare('SELECT state, process, process_birth, handed_over FROM jobs WHERE id = ?');
  const claim = database.prepare(
    'UPDATE jobs SET process = ?, process_birth = ? WHERE id = ? AND process IS ? AND process_birth IS ?',
  );
  const release = database.prepare('UPDATE jobs SET process = NULL, process_birth = NULL WHERE id = ?');

  return {
    list: (states) =>
      states.flatMap((state) =>
        inState
          .all(state)
          .map((row) => ({ id: String(row['id']), owner: ownerIn(row), createdAt: Number(row['created_at']) })),
      ),
    ownerOf(id) {
      const row = select.get(id);
      return row ? ownerIn(row) : null;
    },
    claim: (id, before, next) =>
      database.transaction(() => {
        const state = select.get(id)?.['state'];
        if (typeof state !== 'string' || !isWatched(state as JobState)) return false;
        return claim.run(next.pid, next.birth, id, before?.pid ?? null, before?.birth ?? null).changes === 1;
      }),
    release: (id) => void release.run(id),
    isHandedOver: (id) => select.get(id)?.['handed_over'] != null,
  };
}

import { chmod } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isFileRef } from '../shared/file-ref';
import { isResendBlocked } from '../shared/job';
import { makeFolder } from './assets/make-folder';
import { ownProcess, type ProcessName } from './jobs/process-birth';
import type { FileStore } from './assets/store';
import { copyAtomically } from './copy-atomically';
import { copyJob } from './jobs/copy-job';
import type { Database } from './jobs/database';
import type { JobRecord } from './jobs/job-record';
import { createJobRepository } from './jobs/job-repository';
import { abandonedJobs, recoverAbandoned } from './jobs/recovery';
import type { OutcomeDeps } from './jobs/submission-outcome';

/** A history with its files. */
interface Place {
  database: Database;
  files: Pick<FileStore, 'path' | 'has'>;
}

export interface TakeOverOptions extends Pick<OutcomeDeps, 'provider' | 'random' | 'clock' | 'log'> {
  from: Place;
  to: Place;
  isAlive(owner: ProcessName): boolean;
  /** Whether the new place can ask about the job: it has the key. */
  isOurs(job: JobRecord): Promise<boolean>;
}

function handlesIn(value: unknown): string[] {
  if (isFileRef(value)) return [value.$file];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(handlesIn) : [];
}

/**
 * Brings jobs that a command line was killed with over into the window's history, and gives their ids. In two steps,
 * each of which may be the last before a crash: a job is marked as going, from then on no command line follows it; once
 * it is written in the new place, as gone. What is still going is brought over by the next start.
 */
export async function takeOver(options: TakeOverOptions): Promise<string[]> {
  const { from, to, clock, isAlive, isOurs } = options;
  const repository = createJobRepository(from.database, clock);
  const known = createJobRepository(to.database, clock);
  recoverAbandoned({ ...options, repository }, isAlive);

  const mark = from.database.prepare(
    'UPDATE jobs SET handed_over = ?, process = NULL, process_birth = NULL WHERE id = ?',
  );
  for (const { id, owner } of abandonedJobs({ repository, clock }, isAlive)) {
    const job = repository.find(id);
    if (!job || !(await isOurs(job))) continue;
    from.database.transaction(() => {
      // several command lines may have seen the same: who claims it first has it
      if (!repository.ownership.claim(id, owner, ownProcess())) return;
      repository.move(id, 'unwatched', { nextPollAt: null, finishedAt: clock.now() }, { kind: 'handed_over' });
      mark.run('going', id);
    });
  }

  async function copyFiles(job: JobRecord): Promise<void> {
    const sums = [...handlesIn(job.input), ...job.assets.map(({ sha256 }) => sha256)];
    for (const sha256 of new Set(sums)) {
      if ((await to.files.has(sha256)) || !(await from.files.has(sha256))) continue;
      const target = to.files.path(sha256);
      makeFolder(dirname(target));
      await copyAtomically(from.files.path(sha256), target);
      await chmod(target, 0o600);
    }
  }

  const brought: string[] = [];
  for (const row of from.database.prepare("SELECT id FROM jobs WHERE handed_over = 'going' ORDER BY seq").all()) {
    const id = String(row['id']);
    const job = repository.find(id);
    if (!job) continue;
    await copyFiles(job);
    const there =
      known.find(id) !== undefined ||
      (job.remoteId !== null && known.idByRemote(job.provider, job.baseUrl, job.remoteId) !== undefined);
    if (!there) {
      // nobody has accepted it so far: it is to be sent again, there is nothing to ask about
      const state = isResendBlocked({ ...job, state: 'blocked' }) ? 'blocked' : 'queued';
      copyJob(from.database, to.database, { id, state, now: clock.now() });
      known.move(id, state, {}, { kind: 'handed_over' });
      brought.push(id);
    }
    mark.run('gone', id);
  }
  return brought;
}

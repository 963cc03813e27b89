import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import { findEndpoint } from '../../shared/endpoints/index';
import type { Asset, JobDetail } from '../../shared/job';
import { isResendBlocked, isWatched, mayMove } from '../../shared/job';
import { climbs } from '../../shared/path-value';
import type { JobRecord } from './job-record';
import type { JobRepository } from './job-repository';

/** What the user may do with a job. All throw invalid_input for an id that the history does not have. */
export interface JobActions {
  get(id: string): JobDetail;
  markSeen(id: string): void;
  /** Nothing happens to a job that is not watched, here and in stopWatching. */
  lookNow(id: string): void;
  /** The server goes on without being asked. */
  stopWatching(id: string): void;
  /** Also of a job that ended badly: the server may know better by now. Throws invalid_input where it has no name there. */
  watchAgain(id: string): void;
  /** The user's word on an uncertain job: its name at the server, or null to let it rest. */
  resolve(id: string, remoteId: string | null): void;
  /** A result that was found elsewhere ends the job well. */
  recovered(id: string, description: string | null, asset: Asset | undefined): void;
  /** The secret of this account has changed: its blocked jobs are asked about at once. */
  credentialChanged(profileId: string): void;
}

export interface JobActionsDeps {
  repository: JobRepository;
  clock: Clock;
  /** Lets go of a question that is under way. */
  drop(id: string): void;
  /** Sends no more what waits to be sent again. */
  giveUp(id: string): void;
  /** The schedule and the job have changed. */
  changed(id: string): void;
}

export const wrongInput = (field: string, code: string): AppError =>
  new AppError('invalid_input', { issues: [{ field, code }] });

export function createJobActions({ repository, clock, drop, giveUp, changed }: JobActionsDeps): JobActions {
  function required(id: string): JobRecord {
    const job = repository.find(id);
    if (!job) throw wrongInput('id', 'unknown_job');
    return job;
  }

  function rest(id: string): void {
    repository.move(id, 'unwatched', { nextPollAt: null, finishedAt: clock.now() }, { kind: 'stopped' });
  }

  return {
    get(id) {
      const detail = repository.detail(id);
      if (!detail) throw wrongInput('id', 'unknown_job');
      return detail;
    },
    markSeen(id) {
      required(id);
      repository.markSeen(id);
      changed(id);
    },
    lookNow(id) {
      const { state, nextPollAt } = required(id);
      const sentAgain = state === 'sending' && nextPollAt !== null;
      if (!isWatched(state) && !sentAgain) return;
      repository.move(id, state, { nextPollAt: clock.now() });
      changed(id);
    },
    stopWatching(id) {
      const job = required(id);
      // what was never accepted has nothing to be asked about later: it may have been, and that is all to say
      if (isResendBlocked(job)) giveUp(id);
      if (!isWatched(job.state) || isResendBlocked(job)) return;
      drop(id);
      rest(id);
      changed(id);
    },
    watchAgain(id) {
      const { state, remoteId } = required(id);
      if (state !== 'unwatched' && state !== 'failed') return;
      if (remoteId === null) throw wrongInput('remoteId', 'required');
      const patch = { nextPollAt: clock.now(), finishedAt: null, error: null, failures: 0, missing: 0 };
      repository.move(id, 'queued', patch, { kind: 'resumed' });
      changed(id);
    },
    resolve(id, remoteId) {
      const job = required(id);
      // also later, when the admin has found the id of a job that was let rest
      const resting = job.state === 'unwatched' && job.remoteId === null;
      // an id that no server knows may have been mistyped
      const unknown = job.state === 'failed' && job.error?.code === 'forgotten';
      const open = job.state === 'uncertain' || resting || (unknown && remoteId !== null);
      if (!open) throw wrongInput('id', 'bad_value');
      if (climbs(remoteId)) throw wrongInput('remoteId', 'dots_only');
      if (remoteId === null) {
        rest(id);
      } else {
        // a later version may have sent it, by an endpoint that this one does not know
        const units = findEndpoint(job.endpoint)?.units ?? job.units;
        const patch = { remoteId, units, nextPollAt: clock.now(), finishedAt: null, error: null };
        repository.move(id, 'queued', patch, { kind: 'resolved', params: { id: remoteId } });
      }
      changed(id);
    },
    recovered(id, description, asset) {
      const { assets, state } = required(id);
      if (state === 'done') return;
      if (!mayMove(state, 'done')) throw wrongInput('id', 'bad_value');
      const position = Math.max(-1, ...repository.assetPositions(id).keys()) + 1;
      if (asset && !assets.some(({ sha256 }) => sha256 === asset.sha256)) repository.putAsset(id, position, asset);
      const patch = { description, error: null, nextPollAt: null, finishedAt: clock.now(), seen: false };
      repository.move(id, 'done', patch, { kind: 'recovered' });
      changed(id);
    },
    credentialChanged(profileId) {
      for (const id of repository.idsIn('blocked')) {
        if (required(id).profileId !== profileId) continue;
        repository.move(id, 'blocked', { nextPollAt: clock.now() });
        changed(id);
      }
    },
  };
}

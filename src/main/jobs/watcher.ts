import { AppError, assertNever, toAppErrorData } from '../../shared/app-error';
import type { JobReading } from '../../shared/endpoints/endpoint';
import { requireEndpoint } from '../../shared/endpoints/index';
import { isResendBlocked, isWatched } from '../../shared/job';
import type { Log } from '../../shared/log';
import type { Provider } from '../providers/provider';
import type { ArtifactFiles } from './collector';
import { createCollector } from './collector';
import type { MovesDeps } from './job-moves';
import { createJobMoves, TRIES_UNTIL_GONE } from './job-moves';
import type { JobRecord } from './job-record';

export interface WatcherDeps extends MovesDeps {
  provider: Provider;
  files: ArtifactFiles;
  log: Log;
  onJobChanged(id: string): void;
}

export interface Watcher {
  /** Asks about one job, once, and does what the answer calls for. Rejects only where the disk gives out. */
  look(id: string): Promise<void>;
  /**
   * Fetches once more what of an ended job's files is missing, damaged or incomplete. Throws AppError where the server
   * has it no longer, or it does not come whole; what there is stays as it is then.
   */
  fetchAgain(id: string): Promise<void>;
  /** Lets go of the question that is under way, if any: its answer will change nothing. */
  drop(id: string): void;
  dropAll(): void;
}

export function createWatcher(deps: WatcherDeps): Watcher {
  const { repository, provider, log, onJobChanged } = deps;
  const moves = createJobMoves(deps);
  const collect = createCollector(deps);
  const underWay = new Map<string, AbortController>();

  async function completed(
    before: JobRecord,
    { description, artifacts }: Extract<JobReading, { state: 'completed' }>,
    signal: AbortSignal,
  ): Promise<void> {
    const job = moves.collecting(before, description);
    if (before.state !== 'collecting') onJobChanged(job.id);
    const outcome = await collect(job, artifacts, { lastTry: job.missing + 1 >= TRIES_UNTIL_GONE, signal });
    if (signal.aborted) return;
    switch (outcome.kind) {
      case 'complete': {
        // a file that never came whole is kept and offered, but a result it is not
        const nothing = artifacts.length > 0 && outcome.whole === 0;
        moves.end(job, nothing ? 'failed' : 'done', outcome.lost, outcome.files);
        return;
      }
      case 'gone': {
        moves.artifactGone(job, outcome.error);
        return;
      }
      case 'retry': {
        moves.unanswered(job, outcome.error);
        return;
      }
      default:
        assertNever(outcome);
    }
  }

  async function apply(job: JobRecord, reading: JobReading, signal: AbortSignal): Promise<void> {
    switch (reading.state) {
      case 'queued':
      case 'running': {
        moves.stillUnderWay(job, reading.state);
        return;
      }
      case 'unclear': {
        moves.unclear(job, reading);
        return;
      }
      case 'failed': {
        const { data } = new AppError('job_failed', reading.reason ? { detail: reading.reason } : {});
        moves.end(job, 'failed', data, 0);
        return;
      }
      case 'completed':
        return completed(job, reading, signal);
      default:
        assertNever(reading);
    }
  }

  async function read(job: JobRecord, signal: AbortSignal): Promise<JobReading> {
    const endpoint = requireEndpoint(job.endpoint);
    const target = { profileId: job.profileId, baseUrl: job.baseUrl };
    const kept = repository.answerOf(job.id);
    const atOnce = kept === undefined ? undefined : endpoint.job?.readAtOnce?.(kept);
    return atOnce ?? (await provider.poll(endpoint, job.remoteId ?? '', job.input, target, { jobId: job.id, signal }));
  }

  async function ask(job: JobRecord, signal: AbortSignal): Promise<void> {
    const reading = await read(job, signal);
    // the user may have stopped watching, or the program be closing
    const current = signal.aborted ? undefined : repository.find(job.id);
    if (current && isWatched(current.state)) await apply(current, reading, signal);
  }

  return {
    async look(id) {
      const job = repository.find(id);
      if (!job || !isWatched(job.state) || isResendBlocked(job)) return;
      const controller = new AbortController();
      const { signal } = controller;
      underWay.set(id, controller);
      try {
        await ask(job, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof AppError)) log.error('a question about a job broke', { job: id, reason: String(error) });
        const current = repository.find(id);
        if (current && isWatched(current.state)) moves.unanswered(current, toAppErrorData(error));
      } finally {
        underWay.delete(id);
        if (!signal.aborted) onJobChanged(id);
      }
    },
    async fetchAgain(id) {
      const job = repository.find(id);
      // what is being asked about is fetched by that question
      if (!job || isWatched(job.state) || underWay.has(id)) throw new AppError('not_found');
      if (job.remoteId === null && repository.answerOf(id) === undefined) throw new AppError('forgotten');
      const controller = new AbortController();
      const { signal } = controller;
      underWay.set(id, controller);
      try {
        const reading = await read(job, signal);
        if (reading.state !== 'completed') throw new AppError('not_found');
        const outcome = await collect(job, reading.artifacts, { lastTry: false, signal, wholeOnly: true });
        if (outcome.kind !== 'complete') throw new AppError(outcome.error.code, outcome.error);
        moves.fetchedAgain(job, outcome.files);
      } finally {
        underWay.delete(id);
        if (!signal.aborted) onJobChanged(id);
      }
    },
    drop: (id) => underWay.get(id)?.abort(),
    dropAll() {
      for (const controller of underWay.values()) controller.abort();
    },
  };
}

import type { AppErrorData } from '../../shared/app-error';
import { AppError, assertNever } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { JobReading } from '../../shared/endpoints/endpoint';
import { findEndpoint } from '../../shared/endpoints/index';
import type { Job } from '../../shared/job';
import type { JobRecord } from './job-record';
import { toJob } from './job-record';
import type { JobRepository } from './job-repository';
import { LONGEST_PAUSE_MS, pollDelay } from './poll-delay';
import { pollFailure } from './poll-failure';

/**
 * Answers 404 in a row that it takes to believe that the server has forgotten a job (or a picture of it): behind
 * a balancer the server that answers may learn late of a job that another one took.
 */
export const TRIES_UNTIL_GONE = 3;
/** For an endpoint that this version does not know: the next version may. */
const UNKNOWN_INTERVAL = [60_000, 60_000] as const;

export interface MovesDeps {
  repository: JobRepository;
  clock: Clock;
  /** [0, 1) */
  random: () => number;
  /** As of pollDelay. */
  pace?: (() => number) | undefined;
  onJobFinished(job: Job): void;
}

export interface JobMoves {
  /** When a job is asked about next, after so many failures in a row; ms since epoch. */
  nextAt(job: JobRecord, failures: number): number;
  stillUnderWay(job: JobRecord, state: 'queued' | 'running'): void;
  /** The server answers, with a word that is not known or an end without a result. */
  unclear(job: JobRecord, reading: Extract<JobReading, { state: 'unclear' }>): void;
  /** The server is done; its files come next. */
  collecting(job: JobRecord, description: string | null): JobRecord;
  /** An artifact is not there, or is not what it should be; it is asked for again. */
  artifactGone(job: JobRecord, error: AppErrorData): void;
  /** A question that was not answered: what it means decides when the next one comes. */
  unanswered(job: JobRecord, error: AppErrorData): void;
  end(job: JobRecord, to: 'done' | 'failed', error: AppErrorData | null, files: number): void;
  /** All files of an ended job are there and sound again. */
  fetchedAgain(job: JobRecord, files: number): void;
}

/** What a job's row becomes after each kind of answer. */
export function createJobMoves({ repository, clock, random, pace, onJobFinished }: MovesDeps): JobMoves {
  const nextAt = (job: JobRecord, failures: number): number =>
    clock.now() + pollDelay(findEndpoint(job.endpoint)?.job?.interval ?? UNKNOWN_INTERVAL, failures, random, pace?.());
  /** The units are gone, whatever a later question meets. */
  const told = (job: JobRecord, error: AppErrorData): AppErrorData => ({ ...error, spent: job.units ? 'yes' : 'no' });
  const asked = (job: JobRecord): { pollCount: number } => ({ pollCount: job.pollCount + 1 });
  const settled = { error: null, failures: 0, missing: 0 };
  const unblocked = (job: JobRecord) => (job.state === 'blocked' ? [{ kind: 'unblocked' } as const] : []);

  function end(job: JobRecord, to: 'done' | 'failed', error: AppErrorData | null, files: number): void {
    const event =
      to === 'done'
        ? ({ kind: 'stored', params: { files } } as const)
        : ({ kind: 'failed', params: { code: error?.code ?? '' } } as const);
    const patch = {
      ...settled,
      error: error && told(job, error),
      finishedAt: clock.now(),
      nextPollAt: null,
      seen: false,
      answer: null,
    };
    onJobFinished(toJob(repository.move(job.id, to, patch, event)));
  }

  function block(job: JobRecord, error: AppErrorData): void {
    const news = job.state !== 'blocked' || job.error?.code !== error.code;
    const events = news ? [{ kind: 'blocked', params: { code: error.code } } as const] : [];
    const patch = { ...asked(job), error: told(job, error), missing: 0, seen: news ? false : job.seen };
    repository.move(job.id, 'blocked', { ...patch, nextPollAt: clock.now() + LONGEST_PAUSE_MS }, ...events);
  }

  function missing(job: JobRecord, error: AppErrorData): void {
    const times = job.missing + 1;
    if (times >= TRIES_UNTIL_GONE) {
      // what was collected before the server forgot the rest is a result
      end(job, job.assets.length > 0 ? 'done' : 'failed', new AppError('forgotten').data, job.assets.length);
      return;
    }
    const patch = { ...asked(job), error: told(job, error), missing: times, nextPollAt: nextAt(job, 0) };
    repository.move(job.id, job.state, patch, { kind: 'poll_failed', params: { code: error.code } });
  }

  function later(job: JobRecord, error: AppErrorData, nextPollAt: number): void {
    const patch = { ...asked(job), error: told(job, error), failures: job.failures + 1, nextPollAt };
    repository.move(job.id, job.state, patch, { kind: 'poll_failed', params: { code: error.code } });
  }

  return {
    nextAt,
    end,
    fetchedAgain(job, files) {
      const mended = files > 0 && (job.state === 'failed' || job.state === 'unwatched') ? 'done' : job.state;
      const patch = files > 0 ? { error: null } : {};
      repository.move(job.id, mended, patch, { kind: 'stored', params: { files } });
    },
    stillUnderWay(job, state) {
      // a server that takes "completed" back is asked on, the job keeps its place
      const to = job.state === 'collecting' ? job.state : state;
      const patch = { ...settled, ...asked(job), nextPollAt: nextAt(job, 0) };
      repository.move(job.id, to, patch, ...unblocked(job), { kind: 'polled', params: { state } });
    },
    unclear(job, { why, word }) {
      const to = job.state === 'blocked' ? 'running' : job.state;
      const failures = job.failures + 1;
      const error = told(job, new AppError(why, { params: { word } }).data);
      const patch = { ...asked(job), error, failures, missing: 0, nextPollAt: nextAt(job, failures) };
      repository.move(job.id, to, patch, ...unblocked(job), { kind: 'poll_failed', params: { code: why, word } });
    },
    collecting(job, description) {
      const heard = { ...asked(job), description };
      // a further attempt: its failures are counted on
      if (job.state === 'collecting') return repository.move(job.id, 'collecting', heard);
      const patch = { ...heard, ...settled, nextPollAt: nextAt(job, 0) };
      return repository.move(job.id, 'collecting', patch, ...unblocked(job), { kind: 'completed' });
    },
    artifactGone(job, error) {
      const patch = { error: told(job, error), missing: job.missing + 1, nextPollAt: nextAt(job, 0) };
      repository.move(job.id, 'collecting', patch, { kind: 'poll_failed', params: { code: error.code } });
    },
    unanswered(job, error) {
      const failure = pollFailure(error);
      switch (failure.kind) {
        case 'blocked': {
          block(job, error);
          return;
        }
        case 'missing': {
          missing(job, error);
          return;
        }
        case 'pause': {
          later(job, error, Math.max(nextAt(job, 0), clock.now() + failure.ms));
          return;
        }
        case 'later': {
          later(job, error, nextAt(job, job.failures + 1));
          return;
        }
        default:
          assertNever(failure);
      }
    },
  };
}

import type { AppErrorData } from '../../shared/app-error';
import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { findEndpoint } from '../../shared/endpoints/index';
import type { Log } from '../../shared/log';
import type { Accepted, Provider } from '../providers/provider';
import type { JobRecord } from './job-record';
import type { JobRepository } from './job-repository';
import { LONGEST_PAUSE_MS, pollDelay } from './poll-delay';
import { pollFailure } from './poll-failure';
import { isFinalRefusal, RESEND_FOR_MS } from './resend';

export interface OutcomeDeps {
  repository: JobRepository;
  provider: Provider;
  clock: Clock;
  random: () => number;
  /** As of pollDelay. */
  pace?: (() => number) | undefined;
  log: Log;
}

/** Refused at the door, before the request was made: an intent that is still in the form needs no line in the queue. */
const NOTHING_TO_KEEP: ReadonlySet<AppErrorData['code']> = new Set<AppErrorData['code']>([
  'no_credential',
  'key_elsewhere',
  'key_unbound',
  'vault_unavailable',
]);

/** Answers to a repeat at whose sight nobody has looked whether the first attempt was taken; 409: it is at work. */
const TURNED_AWAY: ReadonlySet<number> = new Set([405, 407, 409, 425]);

/** What a refused submission cost: 0, all its units, or null where nobody knows. */
function unitsAfter({ spent }: AppErrorData, endpoint: Endpoint): number | null {
  return spent === 'no' ? 0 : spent === 'yes' ? endpoint.units : null;
}

/**
 * An error that does not say for sure that nothing was accepted, as what it is to whoever pays: not known. All that is
 * known of it stays; `params.cause` is its code.
 */
export function unsureOf(error: AppErrorData): AppErrorData {
  if (error.code === 'uncertain' || error.code === 'given_up') return error;
  const { code, ...rest } = error;
  return new AppError('uncertain', { ...rest, retryable: false, params: { cause: code } }).data;
}

/** What a job's row becomes after each way in which its submission can end. */
export function createOutcomes({ repository, clock, random, pace }: OutcomeDeps) {
  const intervalOf = (endpoint: Endpoint): readonly [number, number] => endpoint.job?.interval ?? [5000, 5000];

  function uncertain(id: string, error: AppErrorData): void {
    const kind = error.code === 'given_up' ? 'given_up' : 'uncertain';
    const endpoint = findEndpoint(repository.find(id)?.endpoint ?? '');
    const units = error.spent === 'yes' && endpoint ? endpoint.units : null;
    repository.urgently(() =>
      repository.move(id, 'uncertain', { error, units, seen: false, nextPollAt: null }, { kind }),
    );
  }

  function sendLater(id: string, error: AppErrorData, failures = 0): void {
    const nextPollAt = clock.now() + pollDelay([2000, 4000], failures, random, pace?.());
    repository.move(id, 'sending', { error, failures: failures + 1, nextPollAt });
  }

  /** Without its key it waits for one, and goes on when that is entered; looked at now and then all the same. */
  function blocked({ id, state, error: before, seen }: JobRecord, error: AppErrorData): void {
    const news = state !== 'blocked' || before?.code !== error.code;
    const events = news ? [{ kind: 'blocked', params: { code: error.code } } as const] : [];
    const patch = { error, seen: news ? false : seen, nextPollAt: clock.now() + LONGEST_PAUSE_MS };
    repository.move(id, 'blocked', patch, ...events);
  }

  return {
    uncertain,
    sendLater,
    tooLateToResend: ({ sentAt }: JobRecord): boolean => clock.now() - (sentAt ?? 0) > RESEND_FOR_MS,

    /**
     * An answer that holds the end already is kept with the acceptance: after that nothing of it can be lost. Where the
     * disk has no room for it, the id alone is kept, by which the server can be asked.
     */
    accepted(id: string, endpoint: Endpoint, { remoteId, answer }: Accepted): void {
      const now = clock.now();
      const atOnce = answer !== undefined;
      const nextPollAt = atOnce ? now : now + pollDelay(intervalOf(endpoint), 0, random, pace?.());
      const patch = { remoteId, acceptedAt: now, units: endpoint.units, nextPollAt, error: null, failures: 0 };
      const params = { ...(remoteId !== null && { id: remoteId }), units: endpoint.units };
      const move = (extra: { answer?: string }): void => {
        repository.urgently(() => repository.move(id, 'queued', { ...patch, ...extra }, { kind: 'accepted', params }));
      };
      try {
        move(atOnce ? { answer: JSON.stringify(answer) } : {});
      } catch (error) {
        if (!atOnce || remoteId === null) throw error;
        move({});
      }
    },

    refused(id: string, endpoint: Endpoint, error: AppErrorData, sent: boolean): void {
      if (!sent && NOTHING_TO_KEEP.has(error.code)) {
        repository.discard(id);
        return;
      }
      const patch = { error, finishedAt: clock.now(), units: sent ? unitsAfter(error, endpoint) : 0 };
      repository.move(id, 'failed', patch, { kind: 'failed', params: { code: error.code } });
    },

    /** A repeat that was not accepted. What it met says nothing about the first attempt, but for a refusal. */
    resendFailed(job: JobRecord, endpoint: Endpoint, error: AppErrorData): void {
      // a good status, and nothing that can be read: the same would most likely come again
      const answered = error.status !== undefined && error.status < 300 && error.code !== 'uncertain';
      if (error.code === 'canceled') {
        // given up before the repeat left, which says nothing about the first attempt
        uncertain(job.id, new AppError('given_up', { spent: 'maybe' }).data);
      } else if (error.code === 'given_up' || (answered && error.spent !== 'no')) {
        uncertain(job.id, unsureOf(error));
      } else if (isFinalRefusal(error.code) && !TURNED_AWAY.has(error.status ?? 0)) {
        const patch = {
          error,
          finishedAt: clock.now(),
          units: unitsAfter(error, endpoint),
          nextPollAt: null,
          seen: false,
        };
        repository.move(job.id, 'failed', patch, { kind: 'failed', params: { code: error.code } });
      } else if (pollFailure(error).kind === 'blocked') {
        blocked(job, { ...error, spent: 'maybe' });
      } else {
        sendLater(job.id, { ...error, spent: 'maybe' }, job.failures);
      }
    },
  };
}

import type { AppErrorData } from '../../shared/app-error';
import { AppError, toAppErrorData } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import type { Log } from '../../shared/log';
import type { Accepted, Provider } from '../providers/provider';
import type { JobRecord } from './job-record';
import type { JobRepository } from './job-repository';
import { pollDelay } from './poll-delay';
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

/** What a refused submission cost: 0, all its units, or null where nobody knows. */
function unitsAfter({ spent }: AppErrorData, endpoint: Endpoint): number | null {
  return spent === 'no' ? 0 : spent === 'yes' ? endpoint.units : null;
}

/** What a job's row becomes after each way in which its submission can end. */
export function createOutcomes({ repository, clock, random, pace, log }: OutcomeDeps) {
  const intervalOf = (endpoint: Endpoint): readonly [number, number] => endpoint.job?.interval ?? [5000, 5000];

  function uncertain(id: string, error: AppErrorData): void {
    const kind = error.code === 'given_up' ? 'given_up' : 'uncertain';
    repository.move(id, 'uncertain', { error, seen: false, nextPollAt: null }, { kind });
  }

  function sendLater(id: string, error: AppErrorData, failures = 0): void {
    const nextPollAt = clock.now() + pollDelay([2000, 4000], failures, random, pace?.());
    repository.move(id, 'sending', { error, failures: failures + 1, nextPollAt });
  }

  return {
    uncertain,
    sendLater,
    tooLateToResend: ({ sentAt }: JobRecord): boolean => clock.now() - (sentAt ?? 0) > RESEND_FOR_MS,

    /** An answer that holds the end already is kept with the acceptance: after that nothing of it can be lost. */
    accepted(id: string, endpoint: Endpoint, { remoteId, answer }: Accepted): void {
      const now = clock.now();
      const atOnce = answer !== undefined;
      const nextPollAt = atOnce ? now : now + pollDelay(intervalOf(endpoint), 0, random, pace?.());
      const patch = {
        ...{ remoteId, acceptedAt: now, units: endpoint.units, nextPollAt, error: null, failures: 0 },
        ...(atOnce && { answer: JSON.stringify(answer) }),
      };
      const params = { ...(remoteId !== null && { id: remoteId }), units: endpoint.units };
      try {
        repository.move(id, 'queued', patch, { kind: 'accepted', params });
      } catch (error) {
        // the row stays `sending` and will read as uncertain; the server's name of the job must not be lost with it
        log.error('an accepted job could not be written down', { job: id, remoteId });
        const { code, detail } = toAppErrorData(error);
        const named = remoteId ?? '';
        const told = { spent: 'yes', detail: [`task id ${named}`, detail].filter(Boolean).join(': ') } as const;
        throw new AppError(code, { ...told, params: { remoteId: named } }, { cause: error });
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
      if (error.params?.['remoteId'] !== undefined) return;
      if (error.code === 'given_up') {
        uncertain(job.id, error);
      } else if (isFinalRefusal(error.code) || error.spent === 'yes') {
        const patch = {
          error,
          finishedAt: clock.now(),
          units: unitsAfter(error, endpoint),
          nextPollAt: null,
          seen: false,
        };
        repository.move(job.id, 'failed', patch, { kind: 'failed', params: { code: error.code } });
      } else {
        sendLater(job.id, { ...error, spent: 'maybe' }, job.failures);
      }
    },
  };
}

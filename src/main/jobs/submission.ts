import { randomUUID } from 'node:crypto';
import type { AppErrorData } from '../../shared/app-error';
import { AppError, toAppErrorData } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import type { Log } from '../../shared/log';
import type { Profile } from '../../shared/settings';
import { buildRequest, wireBodyBytes } from '../../shared/wire-request';
import type { Provider } from '../providers/provider';
import type { JobRecord } from './job-record';
import type { JobRepository } from './job-repository';
import { withMask } from './masked-fields';
import { pollDelay } from './poll-delay';
import { searchText } from './search-text';

export type JobProfile = Pick<Profile, 'id' | 'name' | 'baseUrl'>;

export interface SubmissionDeps {
  repository: JobRepository;
  provider: Provider;
  clock: Clock;
  random: () => number;
  /** As of pollDelay. */
  pace?: (() => number) | undefined;
  log: Log;
  onJobChanged(id: string): void;
}

/** Refused at the door, before the request was made: an intent that is still in the form needs no line in the queue. */
const NOTHING_TO_KEEP: ReadonlySet<AppErrorData['code']> = new Set<AppErrorData['code']>([
  'no_credential',
  'vault_unavailable',
]);

/** What a refused submission cost: 0, all its units, or null where nobody knows. */
function unitsAfter({ spent }: AppErrorData, endpoint: Endpoint): number | null {
  return spent === 'no' ? 0 : spent === 'yes' ? endpoint.units : null;
}

/**
 * Sends a validated submission once, with its state on the disk before each step:
 * prepared -> sending -> queued, uncertain or failed. Resolves with the job's id where it was or may have been
 * accepted; throws the AppError of a refusal.
 */
export function createSubmission({ repository, provider, clock, random, pace, log, onJobChanged }: SubmissionDeps) {
  function prepare(endpoint: Endpoint, input: Record<string, unknown>, profile: JobProfile): JobRecord {
    const kept = withMask(endpoint.input, input);
    return repository.create({
      id: randomUUID(),
      endpoint: endpoint.id,
      provider: endpoint.provider,
      profileId: profile.id,
      profileName: profile.name,
      baseUrl: profile.baseUrl,
      title: endpoint.historyTitle(kept) ?? endpoint.id,
      input: kept,
      idempotencyKey: randomUUID(),
      searchText: searchText(endpoint.input, kept),
    });
  }

  function accepted(id: string, endpoint: Endpoint, remoteId: string): void {
    const now = clock.now();
    const nextPollAt = now + pollDelay(endpoint.job?.interval ?? [5000, 5000], 0, random, pace?.());
    const patch = { remoteId, acceptedAt: now, units: endpoint.units, nextPollAt };
    try {
      repository.move(id, 'queued', patch, { kind: 'accepted', params: { id: remoteId, units: endpoint.units } });
    } catch (error) {
      // the row stays `sending` and will read as uncertain; the server's name of the job must not be lost with it
      log.error('an accepted job could not be written down', { job: id, remoteId });
      const { code, detail } = toAppErrorData(error);
      const told = { spent: 'yes', detail: [`task id ${remoteId}`, detail].filter(Boolean).join(': ') } as const;
      throw new AppError(code, { ...told, params: { remoteId } }, { cause: error });
    }
  }

  function uncertain(id: string, error: AppErrorData): void {
    repository.move(id, 'uncertain', { error, seen: false }, { kind: 'uncertain' });
  }

  function refused(id: string, endpoint: Endpoint, error: AppErrorData, sent: boolean): void {
    if (!sent && NOTHING_TO_KEEP.has(error.code)) {
      repository.discard(id);
      return;
    }
    const patch = { error, finishedAt: clock.now(), units: sent ? unitsAfter(error, endpoint) : 0 };
    repository.move(id, 'failed', patch, { kind: 'failed', params: { code: error.code } });
  }

  return async (endpoint: Endpoint, input: Record<string, unknown>, profile: JobProfile): Promise<string> => {
    const { id, idempotencyKey } = prepare(endpoint, input, profile);
    onJobChanged(id);
    let sent = false;
    const onSending = (): void => {
      const { body } = buildRequest(endpoint, input, profile.baseUrl);
      const params = { size: body ? wireBodyBytes(body) : 0 };
      repository.move(id, 'sending', { sentAt: clock.now() }, { kind: 'sending', params });
      sent = true;
      onJobChanged(id);
    };
    const target = { profileId: profile.id, baseUrl: profile.baseUrl };
    try {
      const context = { jobId: id, idempotencyKey, onSending };
      const { remoteId } = await provider.submit(endpoint, input, target, context);
      accepted(id, endpoint, remoteId);
      return id;
    } catch (error) {
      if (error instanceof AppError && error.data.params?.['remoteId'] !== undefined) throw error;
      // after the mark, only an AppError can vouch that nothing was accepted
      const unknown = !(error instanceof AppError) && sent;
      if (unknown) log.error('a submission broke', { job: id, reason: String(error) });
      const data = unknown ? new AppError('uncertain', { spent: 'maybe' }).data : toAppErrorData(error);
      if (data.code === 'uncertain') {
        uncertain(id, data);
        return id;
      }
      refused(id, endpoint, data, sent);
      throw error;
    } finally {
      onJobChanged(id);
    }
  };
}

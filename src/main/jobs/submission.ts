import { randomUUID } from 'node:crypto';
import type { AppErrorData } from '../../shared/app-error';
import { AppError, toAppErrorData } from '../../shared/app-error';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { requireEndpoint } from '../../shared/endpoints/index';
import { isResendBlocked } from '../../shared/job';
import type { Profile } from '../../shared/settings';
import { buildRequest, wireBodyBytes } from '../../shared/wire-request';
import type { Accepted, KeptAnswer } from '../providers/provider';
import type { JobRecord } from './job-record';
import { createLateWrites } from './late-writes';
import { withMask } from './masked-fields';
import { searchText } from './search-text';
import { mayResend } from './resend';
import type { OutcomeDeps } from './submission-outcome';
import { createOutcomes, unsureOf } from './submission-outcome';

const isToBeSent = (job: JobRecord): boolean => job.state === 'sending' || isResendBlocked(job);

export type JobProfile = Pick<Profile, 'id' | 'name' | 'baseUrl'>;

export type SubmissionDeps = OutcomeDeps & {
  onJobChanged(id: string): void;
};

export interface Submission {
  /**
   * Sends a validated submission with its state on the disk before each step: prepared -> sending -> queued,
   * uncertain or failed. Resolves with the job's id where it was or may have been accepted; throws the AppError of a
   * refusal. `onPrepared` is told the id once the row is written, `onSending` once the request leaves.
   */
  send(
    endpoint: Endpoint,
    input: Record<string, unknown>,
    profile: JobProfile,
    onSending?: (id: string) => void,
    onPrepared?: (id: string) => void,
  ): Promise<string>;
  /**
   * Sends a job in state `sending`, or one that waits for its key, once more, with the same idempotency key: only where
   * the server tells such repeats.
   */
  resend(id: string): Promise<void>;
  /** The user waits no longer. Nothing happens to a job that is not being sent. */
  giveUp(id: string): void;
  /** What could not be written down is tried once more, and then no more. */
  close(): void;
}

/** An acceptance that could not be written down: it is kept in memory, and the server's name of the job told. */
function unwritten(error: unknown, { remoteId }: Accepted): AppError {
  const { code, detail } = toAppErrorData(error);
  const named = remoteId ?? '';
  const told = { spent: 'yes', detail: [`task id ${named}`, detail].filter(Boolean).join(': ') } as const;
  return new AppError(code, { ...told, params: { remoteId: named } }, { cause: error });
}

export function createSubmission(deps: SubmissionDeps & { onWrittenLate(id: string): void }): Submission {
  const { repository, provider, clock, log, onJobChanged } = deps;
  const late = createLateWrites({ clock, log, onWritten: deps.onWrittenLate });
  const outcomes = createOutcomes(deps);
  const underWay = new Map<string, AbortController>();

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

  /** One request. Gives the error where there was no acceptance, with whether anything left. */
  async function attempt(
    { id, idempotencyKey, profileId, baseUrl }: JobRecord,
    endpoint: Endpoint,
    input: Record<string, unknown>,
    mark: () => void,
  ): Promise<{ error: AppErrorData; thrown: unknown; sent: boolean } | undefined> {
    const controller = new AbortController();
    underWay.set(id, controller);
    let sent = false;
    const onSending = (): void => {
      mark();
      sent = true;
      onJobChanged(id);
    };
    try {
      const onAnswer = (answer: KeptAnswer): void => {
        repository.keepSubmissionAnswer(id, answer);
      };
      const context = { jobId: id, idempotencyKey, onSending, onAnswer, signal: controller.signal };
      const accepted = await provider.submit(endpoint, input, { profileId, baseUrl }, context);
      const trouble = late.write(id, () => {
        outcomes.accepted(id, endpoint, accepted);
      });
      if (trouble !== undefined) throw unwritten(trouble, accepted);
      return undefined;
    } catch (error) {
      // after the mark, only an AppError can vouch that nothing was accepted
      const unknown = !(error instanceof AppError) && sent;
      if (unknown) log.error('a submission broke', { job: id, reason: String(error) });
      const data = unknown ? new AppError('uncertain', { spent: 'maybe' }).data : toAppErrorData(error);
      const left = controller.signal.aborted && data.code === 'uncertain';
      return { error: left ? new AppError('given_up', { spent: data.spent }).data : data, thrown: error, sent };
    } finally {
      underWay.delete(id);
    }
  }

  async function send(
    endpoint: Endpoint,
    input: Record<string, unknown>,
    profile: JobProfile,
    onSending?: (id: string) => void,
    onPrepared?: (id: string) => void,
  ): Promise<string> {
    const job = prepare(endpoint, input, profile);
    const { id } = job;
    onPrepared?.(id);
    onJobChanged(id);
    try {
      const failure = await attempt(job, endpoint, input, () => {
        const { body } = buildRequest(endpoint, input, profile.baseUrl);
        const params = { size: body ? wireBodyBytes(body) : 0 };
        // nothing leaves where its acceptance could not be written down
        repository.holdRoom();
        repository.move(id, 'sending', { sentAt: clock.now() }, { kind: 'sending', params });
        onSending?.(id);
      });
      if (!failure) return id;
      const { error, thrown, sent } = failure;
      if (error.params?.['remoteId'] !== undefined) throw thrown;
      if (sent && error.spent !== 'no') {
        late.write(id, () => {
          if (error.code === 'uncertain' && mayResend(endpoint)) outcomes.sendLater(id, error);
          else outcomes.uncertain(id, unsureOf(error));
        });
        return id;
      }
      late.write(id, () => {
        outcomes.refused(id, endpoint, error, sent);
      });
      throw thrown;
    } finally {
      onJobChanged(id);
    }
  }

  async function resend(id: string): Promise<void> {
    const job = repository.find(id);
    if (!job || !isToBeSent(job) || underWay.has(id)) return;
    const endpoint = requireEndpoint(job.endpoint);
    try {
      if (outcomes.tooLateToResend(job)) {
        const unsure = new AppError('uncertain', { spent: 'maybe' }).data;
        outcomes.uncertain(id, job.error?.code === 'uncertain' ? job.error : unsure);
        return;
      }
      const failure = await attempt(job, endpoint, job.input, () => {
        repository.holdRoom();
        repository.move(id, 'sending', { nextPollAt: null }, { kind: 'sent_again' });
      });
      if (!failure || failure.error.params?.['remoteId'] !== undefined) return;
      const trouble = late.write(id, () => {
        outcomes.resendFailed(job, endpoint, failure.error);
      });
      // its row is due as before: whoever called must not come back at once
      if (trouble !== undefined) throw new AppError('disk_error', {}, { cause: trouble });
    } finally {
      onJobChanged(id);
    }
  }

  return {
    send,
    resend,
    close() {
      late.stop();
      late.flush();
    },
    giveUp(id) {
      const controller = underWay.get(id);
      if (controller) {
        controller.abort();
        return;
      }
      const job = repository.find(id);
      if (!job || !isToBeSent(job) || job.nextPollAt === null) return;
      outcomes.uncertain(id, new AppError('given_up', { spent: 'maybe' }).data);
      onJobChanged(id);
    },
  };
}

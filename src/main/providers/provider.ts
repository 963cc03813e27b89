import type { AppErrorData } from '../../shared/app-error';
import type { RawAnswer } from '../http/read-answer';
import type { ArtifactSource, Endpoint, JobReading } from '../../shared/endpoints/endpoint';

/** The account that a request belongs to; the secret is fetched from the vault inside the request. */
export interface Target {
  profileId: string;
  baseUrl: string;
}

export interface RequestContext {
  /** The job whose history the exchange belongs to. */
  jobId: string | null;
  signal?: AbortSignal;
}

export interface SubmitContext extends RequestContext {
  /** Same key, same intent: sent where the endpoint declares an idempotency header. */
  idempotencyKey: string;
  /** Called at the last moment before bytes can leave: the write-ahead mark of the intent. */
  onSending(): void;
  /** Called with what came before anybody tries to understand it; what it throws changes nothing. */
  onAnswer?(answer: KeptAnswer): void;
}

export type KeptAnswer = RawAnswer;

export interface Accepted {
  /** The server's name of the job; null only where the answer holds its end. */
  remoteId: string | null;
  /** The answer itself, where it holds the end already (`JobSpec.readAtOnce`). */
  answer?: unknown;
}

export interface Download {
  /** The server's content-type; the magic bytes decide. */
  contentType: string | null;
  body: AsyncIterable<Uint8Array>;
  /** Of the request behind it, where there was one; to be asked when the body has ended. */
  exchangeId?: () => number;
}

/** What the job service knows of an API. Every method throws AppError and nothing else that is expected. */
export interface Provider {
  /** One request, one parsed answer (JSON), for endpoints that make no job. */
  call(
    endpoint: Endpoint,
    input: Record<string, unknown>,
    target: Target,
    context: RequestContext,
  ): Promise<{ answer: unknown; exchangeId: number }>;
  /**
   * Sends a submission once. Resolves with what its acceptance says. Throws `uncertain` where the
   * request may have been accepted without an answer. Of any other error its `spent` says whether something may have
   * been accepted.
   */
  submit(endpoint: Endpoint, input: Record<string, unknown>, target: Target, context: SubmitContext): Promise<Accepted>;
  /** What an answer says that nobody had the time to read: undefined where it names no job. And how it is shown. */
  understand(
    endpoint: Endpoint,
    answer: KeptAnswer,
  ): { accepted: Accepted | undefined; raw: NonNullable<AppErrorData['raw']> };
  poll(
    endpoint: Endpoint,
    remoteId: string,
    input: Record<string, unknown>,
    target: Target,
    context: RequestContext,
  ): Promise<JobReading>;
  fetchArtifact(source: ArtifactSource, target: Target, context: RequestContext): Promise<Download>;
}

import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { WireEndpoint } from './wire-endpoint';
import type { WireRequest } from '../../shared/wire-request';
import { createAttempts } from './attempts';
import type { ReadFile } from './encode-body';
import type { RecordExchange } from './exchange-record';
import type { Fetch } from './open-answer';
import { deliverBody } from './deliver-body';
import { type RawAnswer, readAnswer, readSubmission, refuseUnlessBinary, type SubmissionAnswer } from './read-answer';

export interface HttpCall {
  endpoint: WireEndpoint;
  request: WireRequest;
  /** Null where there is none; goes into this one request and nowhere else. */
  secret: string | null;
  /** The job whose history the exchange belongs to. */
  jobId: string | null;
  /** Which of two address formats the request has; null where there is one only. */
  format?: 'new' | 'old' | null;
  /** Secrets in the request besides credential and masked body fields: those of its address. */
  hidden?: readonly string[];
  /** Same key, same intent; sent where the endpoint declares a header for it. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Called once, at the last moment before bytes can leave. What it throws keeps the request from leaving. */
  onSending?: () => void;
}

export interface HttpClientOptions {
  fetch: Fetch;
  clock: Clock;
  recordExchange: RecordExchange;
  readFile: ReadFile;
  /** Told where an exchange could not be kept: neither a full disk nor a bug there may turn a paid answer into an error. */
  onRecordFailure?: (error: unknown) => void;
}

export interface HttpClient {
  /**
   * One request, one answer: the JSON value as the endpoint's schema gives it, null for an empty answer.
   * `exchangeId` is -1 where the exchange could not be kept.
   */
  call(call: HttpCall): Promise<{ answer: unknown; exchangeId: number }>;
  /**
   * The same for a submission that may cost something. What came is handed to `keep` before anybody looks at it; what
   * `keep` throws changes nothing. Resolves with what `understand` makes of it, throws where that is undefined.
   */
  submit<T>(call: HttpCall, reading: SubmissionReading<T>): Promise<T>;
  /** The same for a binary answer of at most 512 MB: resolves with its head; iterating the body may throw AppError. */
  download(call: HttpCall): Promise<{
    contentType: string | null;
    body: AsyncIterable<Uint8Array>;
    /** To be asked when the body has ended. */
    exchangeId(): number;
  }>;
}

export interface SubmissionReading<T> {
  keep(raw: RawAnswer): void;
  understand(answer: SubmissionAnswer): T | undefined;
}

/**
 * Sends the requests of endpoints. Whatever goes wrong is an AppError with a code of the closed set, and every
 * request that left, good or bad, is one recorded and redacted exchange.
 *
 * What is repeated: a GET once, at once, where its connection broke (servers close idle connections just when the
 * next poll takes one); a submission once where the endpoint declares an idempotency header and a key is given,
 * after any network failure. Nothing else, ever.
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const run = createAttempts(options);
  return {
    call: (call) =>
      run(call, async (opened) => {
        const answer = await readAnswer(call.endpoint, opened);
        opened.guard.release();
        return { answer, exchangeId: opened.record.finish(null) };
      }),
    submit: (call, reading) =>
      run(call, async (opened) => {
        const understood = await readSubmission(call.endpoint, opened, reading);
        opened.guard.release();
        opened.record.finish(null);
        return understood;
      }),
    async download(call) {
      if (call.endpoint.answer.kind !== 'binary') throw new AppError('internal');
      return run(call, async (opened) => {
        await refuseUnlessBinary(call.endpoint, opened);
        return {
          contentType: opened.response.headers.get('content-type'),
          body: deliverBody(call.endpoint, opened),
          exchangeId: () => opened.record.finish(null),
        };
      });
    },
  };
}

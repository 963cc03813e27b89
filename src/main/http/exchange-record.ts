import type { AppErrorData } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { NewExchange } from '../../shared/exchange';
import { cutText, presentableText } from './answer-text';
import type { HttpCall } from './client';
import type { Redactor } from './redact';
import { headersOf } from './wire-headers';

const BODY_LIMIT = 64 * 1024;

/** Keeps one request and its answer; returns the row's id. */
export type RecordExchange = (exchange: NewExchange) => number;

/** Gathers what the inspector shows of one request; every text passes the redactor here. */
export interface ExchangeRecord {
  /** Right before the (next) attempt leaves. */
  attempt(): void;
  answer(response: Response): void;
  /** A text answer as it came; `json` is its value where it was parsed already. */
  text(text: string, json: unknown): void;
  received(bytes: number): void;
  /** Writes the record, once; later calls give the same id. */
  finish(error: AppErrorData | null): number;
}

export function createExchangeRecord(
  call: HttpCall,
  facts: { redactor: Redactor; clock: Clock; record: RecordExchange; bodyBytes: number | null; queuedAt: number },
): ExchangeRecord {
  const { redactor, clock, bodyBytes } = facts;
  const headers = headersOf(call.endpoint, {
    secret: call.secret,
    bodyBytes,
    idempotencyKey: call.idempotencyKey ?? null,
  });
  const body = call.request.body;
  const exchange: NewExchange = {
    jobId: call.jobId,
    endpoint: call.endpoint.id,
    method: call.request.method,
    url: redactor.url(call.request.url),
    requestHeaders: redactor.headers(headers),
    requestBody: body === undefined ? null : cutText(JSON.stringify(redactor.requestBody(body)), BODY_LIMIT),
    requestBytes: bodyBytes ?? 0,
    status: null,
    responseHeaders: {},
    responseBody: null,
    responseBytes: 0,
    queuedAt: facts.queuedAt,
    sentAt: facts.queuedAt,
    firstByteAt: null,
    doneAt: null,
    attempts: 0,
    error: null,
    format: call.format ?? null,
  };
  let id: number | undefined;
  let answered: Headers | undefined;
  return {
    attempt() {
      exchange.attempts += 1;
      if (exchange.attempts === 1) exchange.sentAt = clock.now();
    },
    answer(response) {
      exchange.firstByteAt = clock.now();
      exchange.status = response.status;
      answered = response.headers;
    },
    text(text, json) {
      exchange.responseBody = presentableText(text, redactor, BODY_LIMIT, json);
    },
    received(bytes) {
      exchange.responseBytes += bytes;
    },
    finish(error) {
      if (id !== undefined) return id;
      exchange.doneAt = clock.now();
      exchange.error = error;
      // only now is it known what of the answer is secret
      if (answered) exchange.responseHeaders = redactor.headers(answered);
      id = facts.record(exchange);
      return id;
    },
  };
}

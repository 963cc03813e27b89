import type { AppErrorData } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { NewExchange } from '../../shared/exchange';
import { cutText, presentableText } from './answer-text';
import type { HttpCall } from './client';
import type { Redactor } from './redact';
import { headersOf } from './wire-headers';

const BODY_LIMIT = 64 * 1024;
/** Of an exchange that was not kept. */
const NOT_KEPT = -1;

/** Keeps one request and its answer; returns the row's id. */
export type RecordExchange = (exchange: NewExchange) => number;

/**
 * Gathers what the inspector shows of one request; every text passes the redactor here. It never throws: what it
 * meets (a full disk, a text that is too long) says nothing about the request, which may have been paid for.
 */
export interface ExchangeRecord {
  /** Right before the (next) attempt leaves. */
  attempt(): void;
  answer(response: Response): void;
  /** A text answer as it came; `json` is its value where it was parsed already and is no long one. */
  text(text: string, json: unknown): void;
  received(bytes: number): void;
  /** Writes the record, once; later calls give the same id. -1 where it could not be kept. */
  finish(error: AppErrorData | null): number;
}

interface RecordFacts {
  redactor: Redactor;
  clock: Clock;
  record: RecordExchange;
  onFailure(error: unknown): void;
  bodyBytes: number | null;
  queuedAt: number;
}

function newExchange(call: HttpCall, { redactor, bodyBytes, queuedAt }: RecordFacts): NewExchange {
  const headers = headersOf(call.endpoint, {
    secret: call.secret,
    bodyBytes,
    idempotencyKey: call.idempotencyKey ?? null,
  });
  const { body } = call.request;
  return {
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
    queuedAt,
    sentAt: queuedAt,
    firstByteAt: null,
    doneAt: null,
    attempts: 0,
    error: null,
    format: call.format ?? null,
  };
}

export function createExchangeRecord(call: HttpCall, facts: RecordFacts): ExchangeRecord {
  const { redactor, clock } = facts;
  let exchange: NewExchange | undefined;
  let id: number | undefined;
  let answered: Headers | undefined;
  const guarded = (work: (exchange: NewExchange) => void): void => {
    try {
      exchange ??= newExchange(call, facts);
      work(exchange);
    } catch (error) {
      facts.onFailure(error);
    }
  };
  return {
    attempt() {
      guarded((kept) => {
        kept.attempts += 1;
        if (kept.attempts === 1) kept.sentAt = clock.now();
      });
    },
    answer(response) {
      guarded((kept) => {
        kept.firstByteAt = clock.now();
        kept.status = response.status;
        answered = response.headers;
      });
    },
    text(text, json) {
      guarded((kept) => {
        kept.responseBody = presentableText(text, redactor, BODY_LIMIT, json);
      });
    },
    received(bytes) {
      guarded((kept) => {
        kept.responseBytes += bytes;
      });
    },
    finish(error) {
      if (id !== undefined) return id;
      id = NOT_KEPT;
      guarded((kept) => {
        kept.doneAt = clock.now();
        kept.error = error;
        // only now is it known what of the answer is secret
        if (answered) kept.responseHeaders = redactor.headers(answered);
        id = facts.record(kept);
      });
      return id;
    },
  };
}

import { AppError } from '../../shared/app-error';
import type { HttpCall, HttpClientOptions } from './client';
import { encodeBody } from './encode-body';
import type { ExchangeRecord } from './exchange-record';
import { createExchangeRecord } from './exchange-record';
import { failureError } from './failure-error';
import { mapNetworkError } from './map-network-error';
import { openAnswer } from './open-answer';
import type { Redactor } from './redact';
import { createRedactor } from './redact';
import type { RequestFailure } from './request-failure';
import type { RequestGuard } from './request-guard';
import { createRequestGuard } from './request-guard';
import { requireAddress, requireCredential } from './wire-headers';

/** An answer whose head has come. */
export interface OpenedAnswer {
  response: Response;
  guard: RequestGuard;
  record: ExchangeRecord;
  redactor: Redactor;
  /** True where an earlier attempt may have reached the server. */
  maybeSentBefore: boolean;
  now(): number;
  /** Told what went wrong with keeping and recording the answer, which is no fault of the answer. */
  onRecordFailure(error: unknown): void;
}

function mayRepeat({ endpoint, idempotencyKey }: HttpCall, failure: RequestFailure): boolean {
  if (endpoint.method === 'GET') return failure.kind === 'lost';
  const safe = endpoint.idempotencyHeader !== undefined && idempotencyKey !== undefined;
  return safe && (failure.kind === 'lost' || failure.kind === 'timeout' || failure.kind === 'never_sent');
}

function throwIfCanceled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('canceled');
}

/**
 * Runs a call: checks and encodes it, says `onSending`, sends it up to two times, and hands the opened answer to
 * `use`. A failure inside `use` counts to the attempt; an AppError out of it is the server's word and final.
 */
export function createAttempts(options: HttpClientOptions) {
  const { clock, fetch, readFile } = options;
  const now = (): number => clock.now();
  const onRecordFailure = (error: unknown): void => {
    try {
      options.onRecordFailure?.(error);
    } catch {
      // there is nobody left to tell
    }
  };

  async function prepare(
    call: HttpCall,
  ): Promise<{ body: Uint8Array | null; record: ExchangeRecord; redactor: Redactor }> {
    const queuedAt = now();
    const { endpoint, request, secret } = call;
    requireAddress(request.url);
    requireCredential(endpoint, secret);
    throwIfCanceled(call.signal);
    const body = request.body === undefined ? null : await encodeBody(request.body, readFile);
    throwIfCanceled(call.signal);
    const redactor = createRedactor(endpoint, request.body, secret, call.hidden);
    const bodyBytes = body?.byteLength ?? null;
    const record = createExchangeRecord(call, {
      redactor,
      clock,
      bodyBytes,
      queuedAt,
      record: options.recordExchange,
      onFailure: onRecordFailure,
    });
    call.onSending?.();
    return { body, record, redactor };
  }

  return async function run<T>(call: HttpCall, use: (opened: OpenedAnswer) => Promise<T>): Promise<T> {
    const { endpoint } = call;
    const { body, record, redactor } = await prepare(call);
    let maybeSent = false;
    for (let attempt = 1; ; attempt++) {
      const guard = createRequestGuard(clock, call.signal);
      let status: number | null = null;
      record.attempt();
      try {
        const response = await openAnswer({ call, body, fetch, guard });
        status = response.status;
        record.answer(response);
        return await use({ response, guard, record, redactor, maybeSentBefore: maybeSent, now, onRecordFailure });
      } catch (error) {
        guard.release();
        if (error instanceof AppError) {
          record.finish(error.data);
          throw error;
        }
        const failure = mapNetworkError(error);
        maybeSent ||= failure.kind !== 'never_sent';
        if (attempt === 1 && mayRepeat(call, failure)) continue;
        const final = failureError(failure, { endpoint, maybeSent, status, redactor });
        record.finish(final.data);
        throw final;
      }
    }
  };
}

import type { ErrorCode } from '../../shared/app-error';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';

/**
 * How long a lost submission is sent again with its key. How long the server remembers keys is documented nowhere: a
 * day is our assumption, and past it a repeat might begin, and bill, a second job.
 */
export const RESEND_FOR_MS = 24 * 60 * 60_000;

/**
 * True where a submission whose answer never came may be sent again by itself: the server tells repeats by their
 * key, and the history holds the input whole.
 */
export function mayResend(endpoint: Endpoint): boolean {
  return endpoint.idempotencyHeader !== undefined && !describeFields(endpoint.input).some(({ masked }) => masked);
}

/** Answers to a repeat that settle it: the server looked at the request and did not take it, now or before. */
export function isFinalRefusal(code: ErrorCode): boolean {
  return code === 'refused' || code === 'invalid_fields' || code === 'out_of_funds';
}

import type { Spent } from '../../shared/app-error';
import { AppError, assertNever } from '../../shared/app-error';
import type { WireEndpoint } from './wire-endpoint';
import type { Redactor } from './redact';
import type { RequestFailure } from './request-failure';

/** What is known about a request besides the failure itself. */
export interface RequestFacts {
  endpoint: WireEndpoint;
  /** True where this or an earlier attempt may have reached the server. */
  maybeSent: boolean;
  /** The answer's status where its head had come. */
  status: number | null;
  redactor: Redactor;
}

/** True where an accepted request costs something or starts work: its loss must be told apart from a refusal. */
export function isSubmission(endpoint: WireEndpoint): boolean {
  return endpoint.method !== 'GET' && (endpoint.units > 0 || endpoint.job !== undefined);
}

/** A good status whose body never came whole: the unit is gone for sure, the name of the job is not known. */
function spentBy(facts: RequestFacts): Spent {
  return facts.status === facts.endpoint.answer.status ? 'yes' : 'maybe';
}

/**
 * The AppError of a request without a usable answer. A submission that may have arrived becomes `uncertain`,
 * whatever broke: the only other reading, a plain failure, invites to pay a second time.
 * `params.cause` of an `uncertain` says what broke: timeout, lost, canceled or too_large.
 */
export function failureError(failure: RequestFailure, facts: RequestFacts): AppError {
  const { endpoint } = facts;
  const extra = {
    ...(failure.detail && { detail: facts.redactor.text(failure.detail).slice(0, 2000) }),
    ...(facts.status !== null && { status: facts.status }),
  };
  const options = { cause: failure };
  if (isSubmission(endpoint) && facts.maybeSent)
    return new AppError('uncertain', { ...extra, spent: spentBy(facts), params: { cause: failure.kind } }, options);
  // repeating a change by hand may do it twice, so only reading is offered again
  const retryable = endpoint.method === 'GET';
  switch (failure.kind) {
    case 'never_sent':
      return new AppError('unreachable', extra, options);
    case 'lost':
      return new AppError('connection_lost', { ...extra, retryable }, options);
    case 'timeout':
      return new AppError('timeout', { ...extra, retryable }, options);
    case 'canceled':
      return new AppError('canceled', extra, options);
    case 'too_large':
      return new AppError('answer_too_large', extra, options);
    default:
      return assertNever(failure.kind);
  }
}

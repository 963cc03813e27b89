import type { Endpoint } from '../../shared/endpoints/endpoint';

/** What of an endpoint's declaration decides how its request is sent and its answer read. */
export type WireEndpoint = Pick<
  Endpoint,
  | 'id'
  | 'method'
  | 'credential'
  | 'input'
  | 'answer'
  | 'job'
  | 'instead'
  | 'units'
  | 'secretAnswers'
  | 'idempotencyHeader'
  | 'timeoutMs'
>;

import { findEndpoint } from '../../shared/endpoints/index';
import type { Endpoint } from '../../shared/endpoints/endpoint';
import type { Exchange } from '../../shared/exchange';
import type { JobDetail } from '../../shared/job';
import { buildRequest, type WireRequest } from '../../shared/wire-request';

/** Where base64 was, its size stands: such a body cannot be sent again. */
const SHORTENED = /<base64, \d+ bytes>/;

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // past the length that is kept
  }
}

/** The body of a submission comes from the job's input, which is whole; of another call from what was recorded. */
function bodyOf(exchange: Exchange, endpoint: Endpoint, job: JobDetail): Record<string, unknown> | undefined {
  if (exchange.requestBody === null) return undefined;
  if (exchange.endpoint === job.endpoint) return buildRequest(endpoint, job.input, job.baseUrl).body;
  return SHORTENED.test(exchange.requestBody) ? undefined : parse(exchange.requestBody);
}

/**
 * The request of an exchange, fit for being told as code: its credential and its secrets are variables there.
 * Undefined for downloads from addresses that an answer gave, and where the body is not known in full.
 */
export function exchangeRequest(
  exchange: Exchange,
  job: JobDetail,
): { endpoint: Endpoint; request: WireRequest } | undefined {
  const endpoint = findEndpoint(exchange.endpoint);
  if (!endpoint) return undefined;
  const url = new URL(exchange.url);
  if (endpoint.credential.kind === 'query') url.searchParams.delete(endpoint.credential.parameter);
  const body = bodyOf(exchange, endpoint, job);
  if (exchange.requestBody !== null && body === undefined) return undefined;
  return { endpoint, request: { method: endpoint.method, url: url.href, ...(body && { body }) } };
}

import { AppError } from '../../shared/app-error';
import type { WireEndpoint } from './wire-endpoint';
import { mayFetchFrom } from './redirects';

/** Printable ASCII without spaces: all that a credential may hold. A line break would begin a header of its own. */
const TOKEN = /^[\x21-\x7e]+$/;

/** Throws `invalid_input` for an address that is none of the web's, or holds a user name and password. */
export function requireAddress(url: string): void {
  if (!mayFetchFrom(url, url))
    throw new AppError('invalid_input', { issues: [{ field: 'baseUrl', code: 'not_a_web_url' }] });
}

/** Throws `no_credential` where the endpoint needs one and there is none, `invalid_input` where it cannot be a header. */
export function requireCredential(endpoint: WireEndpoint, secret: string | null): void {
  if (endpoint.credential.kind === 'none') return;
  if (secret === null || secret === '') throw new AppError('no_credential');
  if (!TOKEN.test(secret)) throw new AppError('invalid_input', { issues: [{ field: 'secret', code: 'one_line' }] });
}

/** The address with the query credential, where the endpoint proves itself that way. */
export function addressWith(endpoint: WireEndpoint, url: string, secret: string | null): string {
  if (endpoint.credential.kind !== 'query' || secret === null) return url;
  const address = new URL(url);
  address.searchParams.set(endpoint.credential.parameter, secret);
  return address.href;
}

/**
 * The request's headers. `content-length` is set although a browser would forbid it: the body travels as a
 * stream, and Node's fetch would else send it in chunks.
 */
export function headersOf(
  endpoint: WireEndpoint,
  facts: { secret: string | null; bodyBytes: number | null; idempotencyKey: string | null },
): Headers {
  const headers = new Headers({ accept: endpoint.answer.kind === 'binary' ? '*/*' : 'application/json' });
  if (facts.bodyBytes !== null) {
    headers.set('content-type', 'application/json');
    headers.set('content-length', String(facts.bodyBytes));
  }
  if (endpoint.credential.kind === 'bearer' && facts.secret !== null)
    headers.set('authorization', `Bearer ${facts.secret}`);
  if (endpoint.idempotencyHeader && facts.idempotencyKey !== null)
    headers.set(endpoint.idempotencyHeader, facts.idempotencyKey);
  return headers;
}

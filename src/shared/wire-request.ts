import { AppError } from './app-error';
import type { Endpoint } from './endpoints/endpoint';
import { base64Length, isFileRef } from './file-ref';
import { describeFields } from './fields';
import { parsePageRanges } from './page-ranges';
import { climbs } from './path-value';
import { DEFAULT_BASE_URLS } from './settings';

/** A request without its secret: what the inspector shows, code samples spell out and the HTTP client sends. */
export interface WireRequest {
  method: Endpoint['method'];
  /** Absolute, without credential. */
  url: string;
  /** JSON body; files still as handles (`$file`), to be encoded while sending. Undefined for none. */
  body?: Record<string, unknown>;
}

/**
 * The address of a path. One that is absolute (a service beside the API) is so for the provider's own servers only;
 * whoever asks another base, a mock or a gateway, means that one for everything.
 */
function join({ provider }: Endpoint, baseUrl: string, path: string): URL {
  const base = baseUrl.replace(/\/+$/, '');
  if (!/^https?:\/\//.test(path)) return new URL(base + path);
  const own = new URL(DEFAULT_BASE_URLS[provider]);
  const address = new URL(path);
  if (new URL(base).origin === own.origin) return address;
  return new URL(base + address.pathname.slice(own.pathname.length));
}

/** Text of a scalar for a URL; anything deeper has no agreed spelling there. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Builds the request of an endpoint from a validated input. Undefined values are left out, so the server's
 * defaults stay the server's. Path values are percent-encoded, so an id can never climb out of its place; for the two
 * that would all the same, `.` and `..`, it throws `invalid_input`.
 */
export function buildRequest(endpoint: Endpoint, input: Record<string, unknown>, baseUrl: string): WireRequest {
  let path = endpoint.path;
  const query = new URLSearchParams();
  const body: Record<string, unknown> = {};
  let hasBody = false;
  for (const { name, in: place, widget } of describeFields(endpoint.input)) {
    let value = input[name];
    if (place === 'body') hasBody = true;
    if (widget === 'page-list' && typeof value === 'string') {
      const ranges = parsePageRanges(value);
      // an empty list means all pages, which the API spells by leaving the field out
      value = ranges.ok && ranges.normalized !== '' ? ranges.normalized : undefined;
    }
    if (value === undefined) continue;
    if (place === 'path' && climbs(value))
      throw new AppError('invalid_input', { issues: [{ field: name, code: 'dots_only' }] });
    if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(plain(value)));
    else if (place === 'query') query.set(name, plain(value));
    else body[name] = value;
  }
  const url = join(endpoint, baseUrl, path);
  for (const [name, value] of query) url.searchParams.set(name, value);
  return { method: endpoint.method, url: url.href, ...(hasBody && { body }) };
}

/** Bytes of the JSON body on the wire, files counted as base64. */
export function wireBodyBytes(body: Record<string, unknown>): number {
  let extra = 0;
  const json = JSON.stringify(body, (_key, value: unknown) => {
    if (!isFileRef(value)) return value;
    extra += base64Length(value.bytes);
    return '';
  });
  return new TextEncoder().encode(json).byteLength + extra;
}

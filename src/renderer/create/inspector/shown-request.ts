import { planCall } from '../../../shared/code-sample/call-plan';
import type { Endpoint } from '../../../shared/endpoints/endpoint';
import { describeFields } from '../../../shared/fields';
import type { WireRequest } from '../../../shared/wire-request';

const MASK = '••••';

function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  // a handle of a secret is one value
  if (typeof value !== 'object' || value === null || '$secret' in value) return value === '' ? '' : MASK;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(item)]));
}

/** The request with its secret fields masked: what may stand on a screen and in the clipboard. */
export function shownRequest(endpoint: Endpoint, request: WireRequest): WireRequest {
  const { url } = planCall(endpoint, request);
  const secret = new Set(describeFields(endpoint.input).flatMap((field) => (field.masked ? [field.name] : [])));
  const body =
    request.body &&
    Object.fromEntries(
      Object.entries(request.body).map(([name, value]) => [name, secret.has(name) ? masked(value) : value]),
    );
  return {
    method: request.method,
    url: url.map((piece) => (typeof piece === 'string' ? piece : MASK)).join(''),
    ...(body && { body }),
  };
}

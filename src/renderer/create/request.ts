import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import { isSecretRef } from '../../shared/secret-ref';
import { climbs } from '../../shared/path-value';
import { buildRequest, type WireRequest } from '../../shared/wire-request';
import type { FormValues } from '../forms/form-values';
import { isTypedJson } from '../forms/typed-json';

/** A secret's place: of several that have names only the names are shown. */
function hidden(value: unknown, mask: string): unknown {
  if (value === '') return value;
  if (typeof value !== 'object' || value === null || isSecretRef(value)) return mask;
  return Object.fromEntries(Object.keys(value).map((name) => [name, mask]));
}

/**
 * The request that the form would send as it is: values that the schema takes in their final shape (trimmed),
 * the others as they were typed, so that the preview never hides a mistake.
 * Secrets are masked.
 */
export function previewRequest(endpoint: Endpoint, values: FormValues, baseUrl: string): WireRequest {
  const input: FormValues = {};
  for (const { name, masked, in: place } of describeFields(endpoint.input)) {
    const value = values[name];
    // a value that no address can hold leaves its place open, as an empty one does
    if (value === undefined || (place === 'path' && climbs(value))) continue;
    if (masked) {
      input[name] = hidden(value, place === 'path' ? '****' : '••••');
      continue;
    }
    if (isTypedJson(value)) {
      input[name] = value.$typed;
      continue;
    }
    const parsed = endpoint.input.shape[name] as
      { safeParse(value: unknown): { success: boolean; data?: unknown } } | undefined;
    const result = parsed?.safeParse(value);
    input[name] = result?.success ? result.data : value;
  }
  return buildRequest(endpoint, input, baseUrl);
}

import type { Endpoint } from '../../shared/endpoints/endpoint';
import { describeFields } from '../../shared/fields';
import { buildRequest, type WireRequest } from '../../shared/wire-request';
import type { FormValues } from '../forms/form-values';

/**
 * The request that the form would send as it is: values that the schema takes in their final shape (trimmed),
 * the others as they were typed, so that the preview never hides a mistake.
 */
export function previewRequest(endpoint: Endpoint, values: FormValues, baseUrl: string): WireRequest {
  const input: FormValues = {};
  for (const { name } of describeFields(endpoint.input)) {
    const value = values[name];
    if (value === undefined) continue;
    const parsed = endpoint.input.shape[name] as
      { safeParse(value: unknown): { success: boolean; data?: unknown } } | undefined;
    const result = parsed?.safeParse(value);
    input[name] = result?.success ? result.data : value;
  }
  return buildRequest(endpoint, input, baseUrl);
}

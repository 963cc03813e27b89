import type { Endpoint } from '../../shared/endpoints/endpoint';
import { ENDPOINTS } from '../../shared/endpoints/index';
import { isSecretRef } from '../../shared/secret-ref';
import { call } from '../api';
import type { FormValues } from '../forms/form-values';

/** What has to be typed before something is destroyed: the thing's name, or the end of the key where that is unknown. */
export interface ThingName {
  kind: 'name' | 'ending';
  text: string;
}

/** The last four characters of the key that the form names. */
export function endingOf(input: FormValues): string {
  const { key } = input;
  const text = isSecretRef(key) ? key.hint : typeof key === 'string' ? key : '';
  return text.slice(-4);
}

/** Asks the server what the thing is called: by the GET of the same path. */
export async function fetchThingName(endpoint: Endpoint, input: FormValues): Promise<ThingName> {
  const ending: ThingName = { kind: 'ending', text: endingOf(input) };
  const asks = ENDPOINTS.find(
    ({ provider, method, path }) => provider === endpoint.provider && method === 'GET' && path === endpoint.path,
  );
  if (!asks) return ending;
  try {
    const { answer } = await call('call.run', { endpoint: asks.id, input });
    const name = typeof answer === 'object' && answer !== null && 'name' in answer ? answer.name : undefined;
    return typeof name === 'string' && name.trim() !== '' ? { kind: 'name', text: name.trim() } : ending;
  } catch {
    return ending;
  }
}

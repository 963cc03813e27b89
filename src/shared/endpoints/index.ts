import { AppError } from '../app-error';
import type { Endpoint } from './endpoint';
import { generate, generateFromPdf, health, task, taskImage } from './paperbanana';

/** The catalogue: all endpoints in the order in which lists show them. */
export const ENDPOINTS: readonly Endpoint[] = [generate, generateFromPdf, health, task, taskImage];

const byId = new Map(ENDPOINTS.map((endpoint) => [endpoint.id, endpoint]));

export function findEndpoint(id: string): Endpoint | undefined {
  return byId.get(id);
}

/** Throws `invalid_input` for an id that the catalogue does not have. */
export function requireEndpoint(id: string): Endpoint {
  const endpoint = byId.get(id);
  if (!endpoint) throw new AppError('invalid_input', { issues: [{ field: 'endpoint', code: 'unknown_endpoint' }] });
  return endpoint;
}

import { ENDPOINTS } from '../../src/shared/endpoints';
import { DEFAULT_BASE_URLS } from '../../src/shared/settings';
import { placeOf } from '../place';
import type { Place } from '../place';

/** The store of BananaHub's pictures has no row in the catalogue. */
export const STORE = 'bananahub.image';

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

const ROUTES = ENDPOINTS.map((endpoint) => {
  const address = endpoint.path.startsWith('https:')
    ? endpoint.path
    : DEFAULT_BASE_URLS[endpoint.provider] + endpoint.path;
  const path = decodeURI(placeOf(address).path);
  return {
    ...{ id: endpoint.id, method: endpoint.method, server: endpoint.provider },
    pattern: new RegExp(`^${escaped(path).replace(/\{\w+\}/g, '[^/]+')}$`),
  };
});

/** The id of the endpoint that a request means; undefined for a path or a method of nobody's. */
export function endpointAt(method: string, place: Place): string | undefined {
  if (place.server === 'cdn') return STORE;
  return ROUTES.find(
    (route) => route.server === place.server && route.method === method && route.pattern.test(place.path),
  )?.id;
}

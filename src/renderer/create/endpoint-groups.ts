import type { Endpoint } from '../../shared/endpoints/endpoint';
import { PROVIDERS, type ProviderId } from '../../shared/settings';

export interface EndpointGroupOf {
  provider: ProviderId;
  endpoints: Endpoint[];
}

/**
 * What Create lists: endpoints by provider, without the plumbing (polls and downloads that the program does by
 * itself). `query` is looked for in what `text` says about an endpoint; empty finds all.
 */
export function groupEndpoints(
  endpoints: readonly Endpoint[],
  query: string,
  text: (endpoint: Endpoint) => string,
): EndpointGroupOf[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const listed = endpoints.filter((endpoint) => {
    if (endpoint.group === 'plumbing') return false;
    const about = text(endpoint).toLocaleLowerCase();
    return words.every((word) => about.includes(word));
  });
  return PROVIDERS.map((provider) => ({
    provider,
    endpoints: listed.filter((endpoint) => endpoint.provider === provider),
  })).filter((group) => group.endpoints.length > 0);
}

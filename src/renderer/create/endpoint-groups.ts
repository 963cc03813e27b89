import type { Endpoint, EndpointGroup } from '../../shared/endpoints/endpoint';
import { PROVIDERS, type ProviderId } from '../../shared/settings';

export interface EndpointSection {
  /** Unique in the whole list; stable, for remembering what is folded. */
  key: string;
  group: EndpointGroup;
  /** A product's name. Undefined: the group's own word, or none above what a provider mainly does. */
  family: string | undefined;
  endpoints: Endpoint[];
}

export interface EndpointGroupOf {
  provider: ProviderId;
  sections: EndpointSection[];
}

/** What people come for stands first, what the program does by itself last. */
const ORDER: readonly EndpointGroup[] = ['create', 'models', 'server', 'admin', 'plumbing'];

/** Groups that most people never open: folded until somebody does. */
export const FOLDABLE: ReadonlySet<EndpointGroup> = new Set(['admin', 'plumbing']);

function sectionsOf(provider: ProviderId, endpoints: readonly Endpoint[]): EndpointSection[] {
  const sections: EndpointSection[] = [];
  for (const group of ORDER) {
    for (const endpoint of endpoints) {
      if (endpoint.group !== group) continue;
      const key = [provider, group, endpoint.family].filter(Boolean).join('/');
      const known = sections.find((section) => section.key === key);
      if (known) known.endpoints.push(endpoint);
      else sections.push({ key, group, family: endpoint.family, endpoints: [endpoint] });
    }
  }
  return sections;
}

/**
 * What Create lists: all endpoints by provider, within it by product and group. `query` is looked for in what `text`
 * says about an endpoint; empty finds all.
 */
export function groupEndpoints(
  endpoints: readonly Endpoint[],
  query: string,
  text: (endpoint: Endpoint) => string,
): EndpointGroupOf[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = endpoints.filter((endpoint) => {
    const about = text(endpoint).toLocaleLowerCase();
    return words.every((word) => about.includes(word));
  });
  return PROVIDERS.map((provider) => ({
    provider,
    sections: sectionsOf(
      provider,
      found.filter((endpoint) => endpoint.provider === provider),
    ),
  })).filter(({ sections }) => sections.length > 0);
}

/** Method and path as lists show them; an absolute address without its scheme. */
export const shownAddress = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
  `${method} ${path.replace(/^https?:\/\//, '')}`;

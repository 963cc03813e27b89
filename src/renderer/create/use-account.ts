import type { Endpoint } from '../../shared/endpoints/endpoint';
import { DEFAULT_BASE_URLS } from '../../shared/settings';
import type { ProfileView } from '../../shared/contract';
import { useOperation } from '../api';

interface Account {
  /** All accounts at the endpoint's provider. */
  profiles: readonly ProfileView[];
  active: ProfileView | undefined;
  baseUrl: string;
}

/** Who sends an endpoint's request, and where to. */
export function useAccount(endpoint: Endpoint): Account {
  const { data = [] } = useOperation('profile.list', undefined);
  const profiles = data.filter(({ provider }) => provider === endpoint.provider);
  const active = profiles.find((profile) => profile.active);
  return { profiles, active, baseUrl: active?.baseUrl ?? DEFAULT_BASE_URLS[endpoint.provider] };
}

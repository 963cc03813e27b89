import type { Endpoint } from '../../shared/endpoints/endpoint';
import { DEFAULT_BASE_URLS } from '../../shared/settings';
import type { ProfileView } from '../../shared/contract';
import { useOperation } from '../api';

interface Account {
  /** All accounts at the endpoint's provider whose key is of the kind that it wants. */
  profiles: readonly ProfileView[];
  active: ProfileView | undefined;
  baseUrl: string;
  /** Of the key that is wanted. */
  role: ProfileView['role'];
}

/** Who sends an endpoint's request, and where to: the rule that main follows as well. */
export function useAccount({ provider, credential }: Endpoint): Account {
  const { data = [] } = useOperation('profile.list', undefined);
  const role = credential.kind === 'bearer' ? credential.role : 'user';
  // what needs no key goes to the server of whatever account is the default
  const profiles = data.filter(
    (profile) => profile.provider === provider && (credential.kind === 'none' || profile.role === role),
  );
  const active = profiles.find((profile) => profile.active) ?? profiles[0];
  return { profiles, active, baseUrl: active?.baseUrl ?? DEFAULT_BASE_URLS[provider], role };
}

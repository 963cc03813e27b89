import type { ProfileView } from '../../shared/contract';

/** The account that a request of a service leaves with unless another is chosen. */
export function usualProfile(provider: string, profiles: readonly ProfileView[]): ProfileView | undefined {
  const own = profiles.filter((profile) => profile.provider === provider && profile.role === 'user');
  return own.find(({ active }) => active) ?? own[0];
}

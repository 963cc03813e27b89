import type { ProfileView } from '../../shared/contract';

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** The admin who can ask about a profile's key: one of the same server, with a key. */
export function adminFor(profile: ProfileView, profiles: readonly ProfileView[]): ProfileView | undefined {
  return profiles.find(
    (one) =>
      one.provider === profile.provider &&
      one.role === 'admin' &&
      one.secret !== 'none' &&
      withoutSlash(one.baseUrl) === withoutSlash(profile.baseUrl),
  );
}

import type { ProfileView } from '../../shared/contract';
import type { ShownKey } from './key-record';
import { keyHint } from './key-record';

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

/**
 * The server's record of a profile's own key. Keys are told apart by their last four characters only, so where two
 * end alike nobody knows which it is, and none is taken.
 */
export function ownRecord(profile: ProfileView, keys: readonly ShownKey[]): ShownKey | undefined {
  const end = profile.secretHint;
  if (end === null) return undefined;
  const [first, second] = keys.filter((one) => keyHint(one.key).endsWith(end));
  return second ? undefined : first;
}

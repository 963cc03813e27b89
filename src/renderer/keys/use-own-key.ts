import type { ProfileView } from '../../shared/contract';
import { useOperation } from '../api';
import { useAdminKeys } from './admin-keys';
import { adminFor } from './admin-for';
import type { ShownKey } from './key-record';

interface OwnKey {
  /** Who was asked: an admin of the same server. */
  admin: ProfileView | undefined;
  /** The server's record of the account's key; undefined until it is known, and where nobody can ask. */
  record: ShownKey | undefined;
  refetch: () => Promise<unknown>;
}

/** What a server says about an account's own key. Main finds it in the list, for the window does not know the key. */
export function useOwnKey(profile: ProfileView | undefined, profiles: readonly ProfileView[]): OwnKey {
  const admin = profile && adminFor(profile, profiles);
  const { data, refetch } = useAdminKeys(admin);
  const keys = data?.map(({ key }) => key) ?? [];
  const at = useOperation('profile.ownKey', { id: profile?.id ?? '', keys }, { enabled: keys.length > 0 }).data;
  return {
    admin,
    record: typeof at === 'number' ? data?.[at] : undefined,
    refetch,
  };
}

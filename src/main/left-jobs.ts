import type { Job } from '../shared/job';
import type { Profile, Settings } from '../shared/settings';
import { environmentAccount, isEnvironmentAccount, UNMARKED_ENVIRONMENT } from './credentials/environment-key';
import { serverOf } from './credentials/key-line';

/**
 * Whether a job that a command line has left can be asked about by the window: it has the account of the job at that
 * server, or, for a key from a variable, one with the very same key. Without the key it stays with the command lines.
 */
export async function isLeftToUs(
  { provider, profileId, baseUrl }: Pick<Job, 'provider' | 'profileId' | 'baseUrl'>,
  profiles: readonly Profile[],
  secretOf: (id: string, address: string) => Promise<string | null>,
): Promise<boolean> {
  if (profileId === UNMARKED_ENVIRONMENT) return false;
  if (isEnvironmentAccount(profileId)) return (await secretOf(profileId, baseUrl)) !== null;
  return profiles.some(
    (profile) =>
      profile.provider === provider && profile.id === profileId && serverOf(profile.baseUrl) === serverOf(baseUrl),
  );
}

/**
 * The secrets of accounts, and those of jobs that a command line submitted with a key from a variable: the account at
 * the same server that has the very same key. Another key could not read the task.
 */
export function withEnvironmentKeys(
  settings: { get(): Pick<Settings, 'profiles'> },
  { secretOf }: { secretOf(id: string, address: string): Promise<string | null> },
): (id: string, address: string) => Promise<string | null> {
  return async (id, address) => {
    if (!isEnvironmentAccount(id)) return secretOf(id, address);
    for (const profile of settings.get().profiles) {
      if (serverOf(profile.baseUrl) !== serverOf(address)) continue;
      const secret = await secretOf(profile.id, address).catch(() => null);
      if (secret !== null && environmentAccount(profile.baseUrl, secret) === id) return secret;
    }
    return null;
  };
}

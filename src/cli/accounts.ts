import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBaseUrl } from '../main/base-url';
import type { Credentials } from '../main/credentials/open-vault';
import { serverOf } from '../main/credentials/key-line';
import { requireServer } from '../main/credentials/require-server';
import { normalizeSecret } from '../main/credentials/secret';
import { environmentAccount, isEnvironmentAccount, UNMARKED_ENVIRONMENT } from '../main/credentials/environment-key';
import { requireEndpoint } from '../shared/endpoints/index';
import type { Job } from '../shared/job';
import { chooseProfile } from '../main/profile-book';
import { createSettingsStore } from '../main/settings-store';
import { AppError } from '../shared/app-error';
import type { Endpoint } from '../shared/endpoints/endpoint';
import { KEY_VARIABLES, roleOf } from '../shared/key-variables';
import type { Profile, Settings } from '../shared/settings';
import { DEFAULT_BASE_URLS, slotOf } from '../shared/settings';
import type { Translate } from '../main/translate';

/** Whom a call is made for: the account of its job, and the secret behind it. */
export interface Account {
  profile: Profile;
  secret: string | null;
}

export const KEY_NAMES = [...new Set(Object.values(KEY_VARIABLES).flatMap(({ user, admin }) => [user, admin]))];

/** The window's settings, read and never written. */
export function readSettings(dataFolder: string): Settings {
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(join(dataFolder, 'settings.json'), 'utf8'));
    } catch {
      return {}; // the window was never opened, or will mend it
    }
  };
  const nothing = (): void => undefined;
  return createSettingsStore({ read, write: nothing, moveAside: nothing }, { onChanged: nothing, log: nothing }).get();
}

/** Issues with the names that stand on the command line and in the environment, not with those of the window's form. */
function named<T>(name: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof AppError) || !error.data.issues) throw error;
    const issues = error.data.issues.map((issue) => ({ ...issue, field: name }));
    throw new AppError(error.code, { issues }, { cause: error });
  }
}

export interface AccountOptions {
  endpoint: Endpoint;
  baseUrl: string | undefined;
  env: NodeJS.ProcessEnv;
  settings: Settings;
  vault: Pick<Credentials, 'find'>;
  t: Translate;
}

/**
 * A key from the environment goes to the documented server or to --base-url; one from the keychain only to the
 * server that it was entered for, whatever --base-url and the settings say. Throws no_credential, key_elsewhere,
 * key_unbound, vault_unavailable, and invalid_input for a bad address.
 */
export async function findAccount({ endpoint, env, settings, vault, t, ...options }: AccountOptions): Promise<Account> {
  const { provider } = endpoint;
  const role = roleOf(endpoint.credential);
  const variable = KEY_VARIABLES[provider][role];
  const { baseUrl } = options;
  const wish = baseUrl === undefined ? undefined : named('--base-url', () => checkBaseUrl(baseUrl));
  const own = { provider, role, baseUrl: wish ?? DEFAULT_BASE_URLS[provider] };

  const given = env[variable];
  if (given) {
    const secret = named(variable, () => normalizeSecret(given));
    return { profile: { id: environmentAccount(own.baseUrl, secret), name: variable, ...own }, secret };
  }

  const active = settings.activeProfile[slotOf({ provider, role })];
  if (endpoint.credential.kind === 'none') {
    const profile = settings.profiles.find(({ id }) => id === active);
    return { profile: { id: '', name: '', ...own, baseUrl: wish ?? profile?.baseUrl ?? own.baseUrl }, secret: null };
  }
  const missing = new AppError('no_credential', { detail: t('cli.error.noKey', { variable }) });
  if (!settings.profiles.some((profile) => profile.provider === provider && profile.role === role)) throw missing;
  const profile = chooseProfile(settings.profiles, active, endpoint, undefined);
  if (wish !== undefined && serverOf(wish) !== serverOf(profile.baseUrl)) {
    const detail = t('cli.error.otherServer', { own: profile.baseUrl, other: wish, variable });
    throw new AppError('no_credential', { detail });
  }
  const found = await vault.find(profile.id).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== 'vault_unavailable') throw error;
    throw new AppError('vault_unavailable', { detail: t('cli.error.noVault', { variable }) }, { cause: error });
  });
  if (!found) throw missing;
  // the settings are a file that anybody may edit: what the key was entered for stands beside it in the keychain
  requireServer(found, profile.provider, profile.baseUrl);
  return { profile: { ...profile, baseUrl: wish ?? profile.baseUrl }, secret: found.secret };
}

/**
 * The key that a job of the history was submitted with, where it is at hand: the same variable with the same value, or
 * the same account of the window at the same server. Undefined where it is not; the job is left alone then.
 */
export function keyOfJob(
  { endpoint: id, provider, profileId, baseUrl }: Job,
  { env, settings, vault }: Pick<AccountOptions, 'env' | 'settings' | 'vault'>,
): (() => Promise<string | null>) | undefined {
  if (!isEnvironmentAccount(profileId)) {
    const profile = settings.profiles.find((one) => one.id === profileId);
    if (!profile || serverOf(profile.baseUrl) !== serverOf(baseUrl)) return undefined;
    return async () => {
      const found = await vault.find(profileId);
      if (!found) return null;
      requireServer(found, profile.provider, baseUrl);
      return found.secret;
    };
  }
  const { credential } = requireEndpoint(id);
  const given = env[KEY_VARIABLES[provider as keyof typeof KEY_VARIABLES][roleOf(credential)]]?.trim();
  if (!given) return undefined;
  const known =
    profileId === environmentAccount(baseUrl, given) ||
    (profileId === UNMARKED_ENVIRONMENT &&
      serverOf(baseUrl) === serverOf(DEFAULT_BASE_URLS[provider as keyof typeof DEFAULT_BASE_URLS]));
  return known ? () => Promise.resolve(normalizeSecret(given)) : undefined;
}

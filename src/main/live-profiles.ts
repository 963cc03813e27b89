import type { ProfileView } from '../shared/contract';
import { ACCOUNT_SLOTS, DEFAULT_BASE_URLS, slotOf, type AccountSlot, type Profile } from '../shared/settings';
import { checkBaseUrl } from './base-url';
import type { Credentials } from './credentials/open-vault';
import { chooseProfile, roleFor, secretHint, unknownProfile, type ProfileBook } from './profile-book';
import type { SettingsStore } from './settings-store';
import { webhookEntry } from './webhook-secrets';

export interface LiveProfilesOptions {
  settings: SettingsStore;
  vault: Credentials;
  newId(): string;
  onChanged(): void;
  /** The secret of an account is another now. */
  onSecretChanged(id: string): void;
}

/** The accounts of live mode: their addresses in the settings, their secrets in the vaults. */
export function createLiveProfiles(options: LiveProfilesOptions): ProfileBook {
  const { settings, vault, newId, onChanged, onSecretChanged } = options;

  function find(id: string): Profile {
    const profile = settings.get().profiles.find((one) => one.id === id);
    if (!profile) throw unknownProfile();
    return profile;
  }

  async function view(profile: Profile): Promise<ProfileView> {
    const active = settings.get().activeProfile[slotOf(profile)] === profile.id;
    // a keychain that cannot be asked holds nothing that could be used now; `vault.status` tells why
    const found = await vault.find(profile.id).catch(() => null);
    return { ...profile, active, secret: found?.place ?? 'none', secretHint: secretHint(found?.secret ?? null) };
  }

  function keep(profiles: Profile[]): void {
    settings.update({ profiles, activeProfile: defaults(settings.get().activeProfile, profiles) });
  }

  return {
    list: () => Promise.all(settings.get().profiles.map(view)),

    async save({ id, provider, name, baseUrl, role, allowInsecure = false, key }) {
      const before = id === undefined ? undefined : find(id);
      // another provider's key would go to this one: that is another account
      if (before && before.provider !== provider) throw unknownProfile();
      const address = checkBaseUrl(baseUrl, { allowInsecure });
      const profile: Profile = {
        ...{ id: before?.id ?? newId(), provider, name, baseUrl: address, role },
        ...(allowInsecure && { allowInsecure }),
      };
      if (key) await vault.set(profile.id, key.secret, key.keep);
      const { profiles } = settings.get();
      keep(before ? profiles.map((one) => (one.id === profile.id ? profile : one)) : [...profiles, profile]);
      onChanged();
      if (key) onSecretChanged(profile.id);
      return view(profile);
    },

    activate(id) {
      settings.update({ activeProfile: { ...settings.get().activeProfile, [slotOf(find(id))]: id } });
      onChanged();
    },

    async remove(id) {
      find(id);
      // first the secret: an account whose secret could not be deleted stays, and can be removed again
      await vault.delete(id);
      await vault.delete(webhookEntry(id));
      keep(settings.get().profiles.filter((profile) => profile.id !== id));
      onChanged();
      onSecretChanged(id);
    },

    async setSecret({ id, secret, keep }) {
      const profile = find(id);
      await vault.set(id, secret, keep);
      onChanged();
      onSecretChanged(id);
      return view(profile);
    },

    async deleteSecret(id) {
      const profile = find(id);
      await vault.delete(id);
      onChanged();
      onSecretChanged(id);
      return view(profile);
    },

    profileFor(endpoint, id) {
      const { profiles, activeProfile } = settings.get();
      const { provider } = endpoint;
      const active = activeProfile[slotOf({ provider, role: roleFor(endpoint) ?? 'user' })];
      if (endpoint.credential.kind === 'none' && id === undefined) {
        const fallback = { id: '', provider, name: '', baseUrl: DEFAULT_BASE_URLS[provider], role: 'user' } as const;
        return chooseProfile([...profiles, fallback], active, endpoint, id);
      }
      return chooseProfile(profiles, active, endpoint, id);
    },

    secretOf: async (id) => (await vault.find(id))?.secret ?? null,
  };
}

/** The defaults once the accounts have changed: each slot keeps its own while it is there, else the first takes over. */
function defaults(
  active: Partial<Record<AccountSlot, string>>,
  profiles: readonly Profile[],
): Partial<Record<AccountSlot, string>> {
  const next: Partial<Record<AccountSlot, string>> = {};
  for (const slot of ACCOUNT_SLOTS) {
    const own = profiles.filter((profile) => slotOf(profile) === slot);
    const chosen = own.find(({ id }) => id === active[slot]) ?? own[0];
    if (chosen) next[slot] = chosen.id;
  }
  return next;
}

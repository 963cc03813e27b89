import type { ProfileView } from '../shared/contract';
import { ACCOUNT_SLOTS, DEFAULT_BASE_URLS, slotOf, type AccountSlot, type Profile } from '../shared/settings';
import { checkBaseUrl } from './base-url';
import { createAccountKeys, type AccountKeysOptions } from './credentials/account-keys';
import { serverOf } from './credentials/key-line';
import type { Credentials } from './credentials/open-vault';
import { chooseProfile, roleFor, secretHint, unknownProfile, type ProfileBook } from './profile-book';
import type { SettingsStore } from './settings-store';
import { webhookEntry } from './webhook-secrets';

export interface LiveProfilesOptions {
  settings: SettingsStore;
  vault: Credentials;
  askMove: AccountKeysOptions['askMove'];
  newId(): string;
  onChanged(): void;
  /** The secret of an account is another now. */
  onSecretChanged(id: string): void;
}

/** The accounts of live mode: their addresses in the settings, their secrets in the vaults. */
export function createLiveProfiles(options: LiveProfilesOptions): ProfileBook {
  const { settings, vault, askMove, newId, onChanged, onSecretChanged } = options;
  const keys = createAccountKeys({ vault, askMove, hintOf: secretHint });

  function find(id: string): Profile {
    const profile = settings.get().profiles.find((one) => one.id === id);
    if (!profile) throw unknownProfile();
    return profile;
  }

  async function view(profile: Profile): Promise<ProfileView> {
    const active = settings.get().activeProfile[slotOf(profile)] === profile.id;
    const { place, hint, elsewhere } = await keys.view(profile);
    return { ...profile, active, secret: place, secretHint: hint, keyServer: elsewhere };
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
      if (key) await keys.set(profile.id, key.secret, key.keep, address);
      else if (before) {
        await keys.beforeMove(before, address);
        // the question may have stood there for hours
        find(before.id);
      }
      const { profiles } = settings.get();
      keep(before ? profiles.map((one) => (one.id === profile.id ? profile : one)) : [...profiles, profile]);
      onChanged();
      // jobs at the former server are blocked from now on, those at the new one may go on
      if (key || (before && serverOf(before.baseUrl) !== serverOf(address))) onSecretChanged(profile.id);
      return view(profile);
    },

    activate(id) {
      settings.update({ activeProfile: { ...settings.get().activeProfile, [slotOf(find(id))]: id } });
      onChanged();
    },

    async remove(id) {
      find(id);
      // first the secret: an account whose secret could not be deleted stays, and can be removed again
      await keys.delete(id);
      await vault.delete(webhookEntry(id));
      keep(settings.get().profiles.filter((profile) => profile.id !== id));
      onChanged();
      onSecretChanged(id);
    },

    async setSecret({ id, secret, keep }) {
      const profile = find(id);
      await keys.set(id, secret, keep, profile.baseUrl);
      onChanged();
      onSecretChanged(id);
      return view(profile);
    },

    async deleteSecret(id) {
      const profile = find(id);
      await keys.delete(id);
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

    secretOf: (id, address) =>
      keys.keyFor(
        id,
        settings.get().profiles.find((profile) => profile.id === id),
        address,
      ),
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

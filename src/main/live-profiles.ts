import type { ProfileView } from '../shared/contract';
import { DEFAULT_BASE_URLS, type Profile, type ProviderId } from '../shared/settings';
import { checkBaseUrl } from './base-url';
import type { Credentials } from './credentials/open-vault';
import { chooseProfile, secretHint, unknownProfile, type ProfileBook } from './profile-book';
import type { SettingsStore } from './settings-store';

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
    const active = settings.get().activeProfile[profile.provider] === profile.id;
    // a keychain that cannot be asked holds nothing that could be used now; `vault.status` tells why
    const found = await vault.find(profile.id).catch(() => null);
    return { ...profile, active, secret: found?.place ?? 'none', secretHint: secretHint(found?.secret ?? null) };
  }

  return {
    list: () => Promise.all(settings.get().profiles.map(view)),

    async save({ id, provider, name, baseUrl, role }) {
      const before = id === undefined ? undefined : find(id);
      // another provider's key would go to this one: that is another account
      if (before && before.provider !== provider) throw unknownProfile();
      const profile: Profile = { id: before?.id ?? newId(), provider, name, baseUrl: checkBaseUrl(baseUrl), role };
      const { profiles, activeProfile } = settings.get();
      settings.update({
        profiles: before ? profiles.map((one) => (one.id === profile.id ? profile : one)) : [...profiles, profile],
        activeProfile: { ...activeProfile, [provider]: activeProfile[provider] ?? profile.id },
      });
      onChanged();
      return view(profile);
    },

    activate(id) {
      const { provider } = find(id);
      settings.update({ activeProfile: { ...settings.get().activeProfile, [provider]: id } });
      onChanged();
    },

    async remove(id) {
      const { provider } = find(id);
      // first the secret: an account whose secret could not be deleted stays, and can be removed again
      await vault.delete(id);
      const { profiles, activeProfile } = settings.get();
      const left = profiles.filter((profile) => profile.id !== id);
      settings.update({ profiles: left, activeProfile: nextActive(activeProfile, provider, id, left) });
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
      if (endpoint.credential.kind === 'none' && id === undefined) {
        const { provider } = endpoint;
        const fallback = { id: '', provider, name: '', baseUrl: DEFAULT_BASE_URLS[provider], role: 'user' } as const;
        return chooseProfile([...profiles, fallback], activeProfile[provider], endpoint, id);
      }
      return chooseProfile(profiles, activeProfile[endpoint.provider], endpoint, id);
    },

    secretOf: async (id) => (await vault.find(id))?.secret ?? null,
  };
}

function nextActive(
  active: Partial<Record<ProviderId, string>>,
  provider: ProviderId,
  removed: string,
  left: readonly Profile[],
): Partial<Record<ProviderId, string>> {
  if (active[provider] !== removed) return active;
  const next = left.find((profile) => profile.provider === provider)?.id;
  const others = Object.fromEntries(Object.entries(active).filter(([key]) => key !== provider));
  return next === undefined ? others : { ...others, [provider]: next };
}

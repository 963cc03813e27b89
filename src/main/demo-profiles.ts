import { AppError } from '../shared/app-error';
import type { ProfileView } from '../shared/contract';
import { DEFAULT_BASE_URLS, PROVIDERS, type Profile } from '../shared/settings';
import { chooseProfile, type ProfileBook } from './profile-book';

const PROFILES: readonly Profile[] = PROVIDERS.map((provider) => ({
  id: `demo-${provider}`,
  provider,
  name: 'Demo key',
  baseUrl: DEFAULT_BASE_URLS[provider],
  role: 'user',
}));

/** The accounts of demo mode: one a provider, with the mock's key, asked for when it is sent. They cannot be changed. */
export function createDemoProfiles(key: () => Promise<string>): ProfileBook {
  const refuse = (): never => {
    throw new AppError('forbidden');
  };
  const view = (profile: Profile): ProfileView => ({ ...profile, active: true, secret: 'session', secretHint: null });
  return {
    list: async () => PROFILES.map(view),
    save: async () => refuse(),
    activate: refuse,
    remove: async () => refuse(),
    setSecret: async () => refuse(),
    deleteSecret: async () => refuse(),
    profileFor: (endpoint, id) => chooseProfile(PROFILES, undefined, endpoint, id),
    secretOf: async (id) => (PROFILES.some((profile) => profile.id === id) ? key() : null),
  };
}

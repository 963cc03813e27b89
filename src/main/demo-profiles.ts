import { AppError } from '../shared/app-error';
import type { ProfileView } from '../shared/contract';
import { DEFAULT_BASE_URLS, PROVIDERS, type Profile } from '../shared/settings';
import { chooseProfile, secretHint, type ProfileBook } from './profile-book';

const PROFILES: readonly Profile[] = [
  ...PROVIDERS.map((provider): Profile => ({
    id: `demo-${provider}`,
    provider,
    name: 'Demo key',
    baseUrl: DEFAULT_BASE_URLS[provider],
    role: 'user',
  })),
  {
    id: 'demo-paperbanana-admin',
    provider: 'paperbanana',
    name: 'Demo admin key',
    baseUrl: DEFAULT_BASE_URLS.paperbanana,
    role: 'admin',
  },
];

/**
 * The accounts of demo mode: one a provider and PaperBanana's admin, each with a key of the mock, asked for when it
 * is sent. They cannot be changed.
 */
export function createDemoProfiles(
  keyOf: (profile: Profile) => Promise<string>,
  webhookSecretOf: (profile: Profile) => Promise<string | null>,
): ProfileBook {
  const refuse = (): never => {
    throw new AppError('forbidden');
  };
  const view = async (profile: Profile): Promise<ProfileView> => ({
    ...profile,
    active: true,
    secret: 'session',
    secretHint: secretHint(await keyOf(profile)),
  });
  return {
    list: () => Promise.all(PROFILES.map(view)),
    save: async () => refuse(),
    activate: refuse,
    remove: async () => refuse(),
    setSecret: async () => refuse(),
    deleteSecret: async () => refuse(),
    profileFor: (endpoint, id) => chooseProfile(PROFILES, undefined, endpoint, id),
    async secretOf(id) {
      const profile = PROFILES.find((item) => item.id === id);
      return profile ? keyOf(profile) : null;
    },
    async webhookSecretOf(id) {
      const profile = PROFILES.find((item) => item.id === id);
      return profile ? webhookSecretOf(profile) : null;
    },
  };
}

import { AppError } from '../shared/app-error';
import type { ProfileView } from '../shared/contract';
import { DEFAULT_BASE_URLS, PROVIDERS, type Profile } from '../shared/settings';
import { chooseProfile, secretHint, type ProfileBook } from './profile-book';

type Nameless = Omit<Profile, 'name'>;

const PROFILES: readonly Nameless[] = [
  ...PROVIDERS.map((provider): Nameless => ({
    id: `demo-${provider}`,
    provider,
    baseUrl: DEFAULT_BASE_URLS[provider],
    role: 'user',
  })),
  { id: 'demo-paperbanana-admin', provider: 'paperbanana', baseUrl: DEFAULT_BASE_URLS.paperbanana, role: 'admin' },
];

export interface DemoProfilesOptions {
  /** In the language that is spoken now. */
  nameOf(role: Profile['role']): string;
  keyOf(profile: Nameless): Promise<string>;
  webhookSecretOf(profile: Nameless): Promise<string | null>;
}

/**
 * The accounts of demo mode: one a provider and PaperBanana's admin, each with a key of the mock, asked for when it
 * is sent. They cannot be changed.
 */
export function createDemoProfiles({ nameOf, keyOf, webhookSecretOf }: DemoProfilesOptions): ProfileBook {
  const all = (): Profile[] => PROFILES.map((profile) => ({ ...profile, name: nameOf(profile.role) }));
  const refuse = (): never => {
    throw new AppError('forbidden');
  };
  const view = async (profile: Profile): Promise<ProfileView> => ({
    ...profile,
    active: true,
    secret: 'session',
    secretHint: secretHint(await keyOf(profile)),
    keyServer: null,
  });
  return {
    list: () => Promise.all(all().map(view)),
    save: async () => refuse(),
    activate: refuse,
    remove: async () => refuse(),
    setSecret: async () => refuse(),
    deleteSecret: async () => refuse(),
    profileFor: (endpoint, id) => chooseProfile(all(), undefined, endpoint, id),
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

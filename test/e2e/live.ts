import { expect } from '@playwright/test';
import type { Settings } from '../../src/shared/settings';
import type { App } from './app';

const PROFILE_ID = 'profile-under-test';

/** Settings of a user whose PaperBanana server is `baseUrl`. */
export function liveSettings(baseUrl: string): Partial<Settings> {
  return {
    mode: 'live',
    profiles: [{ id: PROFILE_ID, provider: 'paperbanana', name: 'Lab key', baseUrl, role: 'user' }],
    activeProfile: { paperbanana: PROFILE_ID },
  };
}

/** Gives the profile its key through the program's own door. */
export async function setKey(app: App, secret: string, keep: 'session' | 'keychain' = 'session'): Promise<void> {
  const reply = await app.page.evaluate(
    ([id, secret, keep]) => window.plantain.call('profile.setSecret', { id, secret, keep }),
    [PROFILE_ID, secret, keep] as const,
  );
  expect(reply).toMatchObject({ ok: true });
}

import { expect, it } from 'vitest';
import { createKey } from '../../../src/shared/endpoints/paperbanana-admin';
import { generate } from '../../../src/shared/endpoints/paperbanana';
import { createDemoProfiles } from '../../../src/main/demo-profiles';

it('has one account a provider and PaperBanana’s admin, all of them defaults, each with its key', async () => {
  const profiles = createDemoProfiles({
    nameOf: (role) => `The ${role}’s`,
    keyOf: async ({ role }) => `pb_demo_${role}`,
    webhookSecretOf: async () => null,
  });
  expect((await profiles.list()).map(({ id, name, active }) => [id, name, active])).toEqual([
    ['demo-paperbanana', 'The user’s', true],
    ['demo-bananahub', 'The user’s', true],
    ['demo-bananadev', 'The user’s', true],
    ['demo-paperbanana-admin', 'The admin’s', true],
  ]);
  expect(await profiles.secretOf(profiles.profileFor(generate, undefined).id, 'https://api.paperbanana.me')).toBe(
    'pb_demo_user',
  );
  expect(await profiles.secretOf(profiles.profileFor(createKey, undefined).id, 'https://api.paperbanana.me')).toBe(
    'pb_demo_admin',
  );
  expect(await profiles.secretOf('a-live-account', 'https://api.paperbanana.me')).toBeNull();
});

it('lets nothing be changed', async () => {
  const profiles = createDemoProfiles({
    nameOf: (role) => `The ${role}’s`,
    keyOf: async () => 'pb_demo_000000000',
    webhookSecretOf: async () => null,
  });
  await expect(profiles.remove('demo-paperbanana')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(profiles.deleteSecret('demo-paperbanana')).rejects.toMatchObject({ code: 'forbidden' });
});

it('shows the end of each key, as live accounts do', async () => {
  const profiles = createDemoProfiles({
    nameOf: (role) => `The ${role}’s`,
    keyOf: async ({ role }) => `pb_demo_000_${role}`,
    webhookSecretOf: async () => null,
  });
  expect((await profiles.list()).map(({ secretHint }) => secretHint)).toEqual(['user', 'user', 'user', 'dmin']);
});

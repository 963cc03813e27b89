import { expect, it } from 'vitest';
import { generate } from '../../../src/shared/endpoints/paperbanana';
import { createDemoProfiles } from '../../../src/main/demo-profiles';

it('has one active account a provider, with the demo’s key', async () => {
  const profiles = createDemoProfiles(async () => 'pb_demo_000000000');
  expect((await profiles.list()).map(({ id, active }) => [id, active])).toEqual([
    ['demo-paperbanana', true],
    ['demo-bananahub', true],
    ['demo-bananadev', true],
  ]);
  expect(await profiles.secretOf(profiles.profileFor(generate, undefined).id)).toBe('pb_demo_000000000');
  expect(await profiles.secretOf('a-live-account')).toBeNull();
});

it('lets nothing be changed', async () => {
  const profiles = createDemoProfiles(async () => 'pb_demo_000000000');
  await expect(profiles.remove('demo-paperbanana')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(profiles.deleteSecret('demo-paperbanana')).rejects.toMatchObject({ code: 'forbidden' });
});

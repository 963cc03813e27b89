import { expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/shared/clock';
import { generate, health } from '../../../src/shared/endpoints/paperbanana';
import { listKeys } from '../../../src/shared/endpoints/paperbanana-admin';
import type { Keytar } from '../../../src/main/credentials/load-keytar';
import { openVault } from '../../../src/main/credentials/open-vault';
import { createLiveProfiles } from '../../../src/main/live-profiles';
import { createSettingsStore } from '../../../src/main/settings-store';

const SECRET = 'pb_canary_0123456789abcdef';
const lab = { provider: 'paperbanana', name: 'Lab', baseUrl: 'https://figures.example.edu/', role: 'user' } as const;

function setUp({ works = true } = {}) {
  const written: string[] = [];
  const file = {
    read: () => ({}),
    write: (value: object) => void written.push(JSON.stringify(value)),
    moveAside: vi.fn(),
  };
  const settings = createSettingsStore(file, { onChanged: () => undefined, log: () => undefined });
  const entries = new Map<string, string>();
  const keytar: Keytar = {
    getPassword: async (_service, id) => entries.get(id) ?? null,
    setPassword: async (_service, id, secret) => void entries.set(id, secret),
    deletePassword: async (_service, id) => entries.delete(id),
  };
  const load = works ? async () => keytar : () => Promise.reject(new Error('libsecret-1.so.0: no such file'));
  const vault = openVault({ load, clock: systemClock, platform: 'linux' });
  const onSecretChanged = vi.fn<(id: string) => void>();
  let count = 0;
  const profiles = createLiveProfiles({
    settings,
    vault,
    askMove: () => Promise.reject(new Error('asked')),
    newId: () => `p${(count += 1)}`,
    onChanged: () => undefined,
    onSecretChanged,
  });
  return { profiles, settings, keytar, entries, onSecretChanged, written };
}

it('makes the first account of a provider the active one, with its address as it is stored', async () => {
  const { profiles } = setUp();
  const first = await profiles.save(lab);
  expect(first).toMatchObject({ id: 'p1', active: true, baseUrl: 'https://figures.example.edu', secret: 'none' });
  expect(await profiles.save({ ...lab, name: 'Other' })).toMatchObject({ id: 'p2', active: false });
});

it('refuses an address that would carry the key in the open', async () => {
  const { profiles, settings } = setUp();
  await expect(profiles.save({ ...lab, baseUrl: 'http://figures.example.edu' })).rejects.toMatchObject({
    data: { issues: [{ field: 'baseUrl', code: 'insecure_base_url' }] },
  });
  expect(settings.get().profiles).toEqual([]);
});

it('keeps a secret in the keychain, shows its end only, and writes nothing of it into the settings', async () => {
  const { profiles, entries, onSecretChanged, written } = setUp();
  const { id } = await profiles.save(lab);
  const view = await profiles.setSecret({ id, secret: SECRET, keep: 'keychain' });
  expect(view).toMatchObject({ secret: 'keychain', secretHint: 'cdef' });
  expect(entries.get(id)).toBe(`plantain-1 https://figures.example.edu ${SECRET}`);
  expect(await profiles.secretOf(id, lab.baseUrl)).toBe(SECRET);
  expect(onSecretChanged).toHaveBeenCalledWith(id);
  expect(written.join()).not.toContain('cdef');
});

it('stores an account together with its key, or neither of them', async () => {
  const kept = setUp();
  const key = { secret: SECRET, keep: 'keychain' } as const;
  expect(await kept.profiles.save({ ...lab, key })).toMatchObject({ secret: 'keychain', secretHint: 'cdef' });
  expect(kept.entries.get('p1')).toBe(`plantain-1 https://figures.example.edu ${SECRET}`);
  expect(kept.onSecretChanged).toHaveBeenCalledWith('p1');
  expect(kept.written.join()).not.toContain(SECRET);

  const refused = setUp({ works: false });
  await expect(refused.profiles.save({ ...lab, key })).rejects.toMatchObject({ code: 'vault_unavailable' });
  expect(refused.settings.get().profiles).toEqual([]);
  expect(refused.written).toEqual([]);
});

it('changes no address where the key that belongs to it is refused', async () => {
  const { profiles } = setUp({ works: false });
  const { id } = await profiles.save(lab);
  const key = { secret: SECRET, keep: 'keychain' } as const;
  await expect(profiles.save({ ...lab, id, baseUrl: 'https://other.example.edu', key })).rejects.toThrow();
  expect(await profiles.list()).toMatchObject([{ baseUrl: 'https://figures.example.edu' }]);
});

it('keeps a secret for the session where that is wished', async () => {
  const { profiles, entries } = setUp();
  const { id } = await profiles.save(lab);
  expect(await profiles.setSecret({ id, secret: SECRET, keep: 'session' })).toMatchObject({ secret: 'session' });
  expect(entries.size).toBe(0);
  expect(await profiles.secretOf(id, lab.baseUrl)).toBe(SECRET);
});

it('does not pretend a keychain where there is none', async () => {
  const { profiles } = setUp({ works: false });
  const { id } = await profiles.save(lab);
  await expect(profiles.setSecret({ id, secret: SECRET, keep: 'keychain' })).rejects.toMatchObject({
    code: 'vault_unavailable',
    message: expect.stringMatching(/libsecret/) as string,
  });
  expect(await profiles.secretOf(id, lab.baseUrl)).toBeNull();
});

it('lists accounts also while the keychain does not answer', async () => {
  const { profiles, keytar } = setUp();
  await profiles.save(lab);
  keytar.getPassword = () => Promise.reject(new Error('locked'));
  expect(await profiles.list()).toMatchObject([{ name: 'Lab', secret: 'none', secretHint: null }]);
});

it('takes the secret along when an account is removed, and makes another one active', async () => {
  const { profiles, entries, settings } = setUp();
  const first = await profiles.save(lab);
  await profiles.save({ ...lab, name: 'Second' });
  await profiles.setSecret({ id: first.id, secret: SECRET, keep: 'keychain' });
  await profiles.remove(first.id);
  expect(entries.size).toBe(0);
  expect(settings.get()).toMatchObject({ profiles: [{ id: 'p2' }], activeProfile: { paperbanana: 'p2' } });
});

it('keeps an account whose secret could not be deleted', async () => {
  const { profiles, keytar, settings } = setUp();
  const { id } = await profiles.save(lab);
  await profiles.setSecret({ id, secret: SECRET, keep: 'keychain' });
  keytar.deletePassword = () => Promise.reject(new Error('locked'));
  await expect(profiles.remove(id)).rejects.toMatchObject({ code: 'vault_unavailable' });
  expect(settings.get().profiles).toHaveLength(1);
});

it('chooses the active account of the right role, or the one named', async () => {
  const { profiles } = setUp();
  expect(() => profiles.profileFor(generate, undefined)).toThrow(expect.objectContaining({ code: 'no_credential' }));
  const admin = await profiles.save({ ...lab, role: 'admin' });
  expect(() => profiles.profileFor(generate, undefined)).toThrow(expect.objectContaining({ code: 'no_credential' }));
  const user = await profiles.save({ ...lab, name: 'User' });
  const second = await profiles.save({ ...lab, name: 'Second' });
  expect(profiles.profileFor(generate, undefined).id).toBe(user.id);
  profiles.activate(second.id);
  expect(profiles.profileFor(generate, undefined).id).toBe(second.id);
  expect(profiles.profileFor(generate, admin.id).id).toBe(admin.id);
  expect(() => profiles.profileFor(generate, 'nobody')).toThrow(expect.objectContaining({ code: 'invalid_input' }));
});

it('asks the documented server about its health where there is no account yet', () => {
  expect(setUp().profiles.profileFor(health, undefined).baseUrl).toBe('https://api.paperbanana.me');
});

it('takes an address without encryption once its warning was accepted, and remembers that', async () => {
  const { profiles, settings } = setUp();
  await profiles.save({ ...lab, baseUrl: 'http://figures.example.edu', allowInsecure: true });
  expect(settings.get().profiles).toMatchObject([{ baseUrl: 'http://figures.example.edu', allowInsecure: true }]);
});

it('keeps a default for admin keys beside that for the keys that draw', async () => {
  const { profiles } = setUp();
  const user = await profiles.save(lab);
  const admin = await profiles.save({ ...lab, name: 'Admin', role: 'admin' });
  const second = await profiles.save({ ...lab, name: 'Second admin', role: 'admin' });
  expect([user.active, admin.active, second.active]).toEqual([true, true, false]);
  profiles.activate(second.id);
  expect(profiles.profileFor(listKeys, undefined).id).toBe(second.id);
  expect(profiles.profileFor(generate, undefined).id).toBe(user.id);
});

it('gives the default on when an account becomes another kind or goes', async () => {
  const { profiles, settings } = setUp();
  const first = await profiles.save(lab);
  const other = await profiles.save({ ...lab, name: 'Other' });
  await profiles.save({ ...lab, id: first.id, role: 'admin' });
  expect(settings.get().activeProfile).toEqual({ paperbanana: other.id, 'paperbanana.admin': first.id });
  await profiles.remove(first.id);
  expect(settings.get().activeProfile).toEqual({ paperbanana: other.id });
});

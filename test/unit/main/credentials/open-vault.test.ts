import { expect, it } from 'vitest';
import type { LoadKeytar } from '../../../../src/main/credentials/load-keytar';
import { openVault } from '../../../../src/main/credentials/open-vault';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeKeytar } from '../../../support/fake-keytar';
import { errorOf } from '../../../support/http-world';

function world(load?: LoadKeytar) {
  const keytar = createFakeKeytar();
  let loads = 0;
  const clock = createFakeClock();
  const vault = openVault({
    load: async () => {
      loads += 1;
      return load ? load() : keytar;
    },
    clock,
    platform: 'linux',
  });
  return { vault, keytar, clock, loads: () => loads };
}

const failing =
  (text: string): LoadKeytar =>
  async () => {
    throw new Error(text);
  };

it('loads nothing before the first question', async () => {
  const { vault, loads } = world();
  expect(loads()).toBe(0);
  await vault.status();
  await vault.status();
  expect(loads()).toBe(1);
});

it('uses the keychain where a test entry comes back, and leaves none behind', async () => {
  const { vault, keytar } = world();
  expect(await vault.status()).toEqual({ kind: 'keychain', backend: 'secret-service', reason: null });
  expect(keytar.entries.size).toBe(0);
});

it('keeps a secret in the keychain under the program’s name', async () => {
  const { vault, keytar } = world();
  await vault.set('p1', '  pb_key\n', 'keychain', null);
  expect([...keytar.entries]).toEqual([['Plantain/p1', 'pb_key']]);
  expect(await vault.find('p1')).toEqual({ secret: 'pb_key', place: 'keychain', server: null });
  await vault.delete('p1');
  expect(keytar.entries.size).toBe(0);
  expect(await vault.find('p1')).toBeNull();
});

it('keeps a secret for this session out of the keychain', async () => {
  const { vault, keytar } = world();
  await vault.set('p1', 'pb_key', 'session', null);
  expect(keytar.entries.size).toBe(0);
  expect(await vault.find('p1')).toEqual({ secret: 'pb_key', place: 'session', server: null });
});

it('replaces the session’s secret by one for the keychain', async () => {
  const { vault } = world();
  await vault.set('p1', 'old', 'session', null);
  await vault.set('p1', 'new', 'keychain', null);
  expect(await vault.find('p1')).toEqual({ secret: 'new', place: 'keychain', server: null });
});

it('is not misled by its own test entries where many secrets are asked for at once', async () => {
  const keytar = createFakeKeytar();
  let asked = 0;
  // the service answers in its own order: an entry of the same name may be deleted before the second one is read
  const slow: LoadKeytar = async () => ({
    ...keytar,
    getPassword: async (service, account) => {
      asked += 1;
      if (asked % 2 === 0) await new Promise(setImmediate);
      return keytar.getPassword(service, account);
    },
  });
  const { vault } = world(slow);
  const ids = Array.from({ length: 6 }, (_, index) => `p${index}`);
  expect(await Promise.all(ids.map((id) => vault.find(id)))).toEqual(ids.map(() => null));
  expect(await vault.status()).toMatchObject({ kind: 'keychain', reason: null });
  expect(keytar.entries.size).toBe(0);
});

it('says in the system’s words why there is no keychain, and finds nothing in it', async () => {
  const reason = 'libsecret-1.so.0: cannot open shared object file';
  const { vault } = world(failing(reason));
  expect(await vault.status()).toEqual({ kind: 'session', backend: 'memory', reason });
  expect(await vault.find('p1')).toBeNull();
  expect((await errorOf(vault.set('p1', 'pb_key', 'keychain', null))).code).toBe('vault_unavailable');
});

it('keeps secrets in memory where there is no keychain', async () => {
  const { vault } = world(failing('no libsecret'));
  await vault.set('p1', 'pb_key', 'session', null);
  expect(await vault.find('p1')).toEqual({ secret: 'pb_key', place: 'session', server: null });
  await vault.delete('p1');
  expect(await vault.find('p1')).toBeNull();
});

it('looks again by itself, but seldom, at a keychain that did not work', async () => {
  const { vault, keytar, clock } = world();
  keytar.state = 'locked';
  await vault.status();
  keytar.state = 'open';
  await clock.advance(60_000);
  expect(await vault.status()).toMatchObject({ kind: 'session' });
  await clock.advance(240_000);
  expect(await vault.status()).toMatchObject({ kind: 'keychain' });
});

it('takes a system without a bus for one without keychain', async () => {
  const { vault, keytar } = world();
  keytar.setPassword = async () => {
    throw new Error('Cannot autolaunch D-Bus without X11 $DISPLAY');
  };
  expect(await vault.status()).toMatchObject({ kind: 'session' });
  expect(await vault.find('p1')).toBeNull();
});

it('does not call a key missing where the keychain is locked', async () => {
  const { vault, keytar } = world();
  await vault.set('p1', 'pb_key', 'keychain', null);
  keytar.state = 'locked';
  expect(await vault.check()).toMatchObject({
    kind: 'session',
    reason: 'Cannot create an item in a locked collection',
  });
  expect(await errorOf(vault.find('p1'))).toMatchObject({ code: 'vault_unavailable' });
  keytar.state = 'open';
  expect(await vault.check()).toMatchObject({ kind: 'keychain' });
  expect(await vault.find('p1')).toMatchObject({ secret: 'pb_key' });
});

it('notices a keychain that was locked after it had worked', async () => {
  const { vault, keytar } = world();
  await vault.set('p1', 'pb_key', 'keychain', null);
  keytar.state = 'locked';
  expect(await errorOf(vault.find('p1'))).toMatchObject({
    code: 'vault_unavailable',
    detail: 'Cannot create an item in a locked collection',
  });
});

it('says vault_unavailable where the keychain breaks while in use', async () => {
  const { vault, keytar } = world();
  await vault.set('p1', 'pb_key', 'keychain', null);
  keytar.state = 'dead';
  for (const use of [vault.find('p1'), vault.set('p1', 'other', 'keychain', null), vault.delete('p1')])
    expect((await errorOf(use)).code).toBe('vault_unavailable');
  expect(await vault.status()).toMatchObject({
    kind: 'session',
    reason: 'Cannot create an item in a locked collection',
  });
});

it('does not trust a keychain that swallows what it is given', async () => {
  const { vault, keytar } = world();
  keytar.getPassword = async () => null;
  expect(await vault.status()).toMatchObject({ kind: 'session', reason: 'a test entry could not be read back' });
});

it('does not wait for ever for a keychain that asks somebody', async () => {
  const { vault, keytar, clock } = world();
  keytar.setPassword = () => new Promise(() => undefined);
  const status = vault.status();
  await clock.advance(20_000);
  expect(await status).toMatchObject({ kind: 'session', reason: 'no answer within 20 s' });
});

it('refuses a secret that is not one line without spaces', async () => {
  const { vault, keytar } = world();
  for (const secret of ['pb_a\npb_b', 'two words', '键', '\u0000', ' ']) {
    for (const keep of ['keychain', 'session'] as const)
      expect(await errorOf(vault.set('p1', secret, keep, null))).toMatchObject({ code: 'invalid_input' });
  }
  expect(keytar.entries.size).toBe(0);
});

it('names the backend of each system', async () => {
  const backendOn = async (platform: NodeJS.Platform) => {
    const vault = openVault({ load: async () => createFakeKeytar(), clock: createFakeClock(), platform });
    return (await vault.status()).backend;
  };
  expect(await backendOn('darwin')).toBe('macos-keychain');
  expect(await backendOn('win32')).toBe('windows-credentials');
  expect(await backendOn('linux')).toBe('secret-service');
});

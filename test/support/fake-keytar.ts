import type { Keytar } from '../../src/main/credentials/load-keytar';

export interface FakeKeytar extends Keytar {
  entries: Map<string, string>;
  /** `locked` behaves as gnome-keyring does: reading finds nothing, writing fails. */
  state: 'open' | 'locked' | 'dead';
}

export function createFakeKeytar(): FakeKeytar {
  const entries = new Map<string, string>();
  const keytar: FakeKeytar = {
    entries,
    state: 'open',
    async getPassword(service, account) {
      if (keytar.state === 'dead') throw new Error('The keychain fell over');
      return keytar.state === 'open' ? (entries.get(`${service}/${account}`) ?? null) : null;
    },
    async setPassword(service, account, password) {
      if (keytar.state !== 'open') throw new Error('Cannot create an item in a locked collection');
      entries.set(`${service}/${account}`, password);
    },
    async deletePassword(service, account) {
      if (keytar.state === 'dead') throw new Error('The keychain fell over');
      return keytar.state === 'open' && entries.delete(`${service}/${account}`);
    },
  };
  return keytar;
}

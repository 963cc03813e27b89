import { randomUUID } from 'node:crypto';
import { testConnection } from '../connection-test';
import { isSecretRef } from '../../shared/secret-ref';
import type { Credentials } from '../credentials/open-vault';
import type { SecretBook } from '../credentials/secret-book';
import type { Handlers } from '../dispatch';
import type { NetworkProbe } from '../network-probe';
import { ownKeyAt } from '../own-key';
import { type ProfileBook, unknownProfile } from '../profile-book';
import type { Services } from '../services';

export interface AccountHandlersOptions {
  vault: Credentials;
  /** The accounts of the mode that is shown. */
  profiles(): ProfileBook;
  services(): Promise<Pick<Services, 'call'>>;
  secrets: SecretBook;
  /** Undefined where there is no network to test. */
  network(): NetworkProbe | undefined;
}

type AccountHandlers = Pick<
  Handlers,
  | 'vault.status'
  | 'vault.check'
  | 'profile.list'
  | 'profile.save'
  | 'profile.activate'
  | 'profile.remove'
  | 'profile.setSecret'
  | 'profile.deleteSecret'
  | 'profile.ownKey'
  | 'profile.test'
>;

export function accountHandlers({
  vault,
  profiles,
  services,
  secrets,
  network,
}: AccountHandlersOptions): AccountHandlers {
  return {
    'vault.status': () => vault.status(),
    'vault.check': () => vault.check(),
    'profile.list': () => profiles().list(),
    'profile.save': (values) => profiles().save(values),
    'profile.activate': async ({ id }) => {
      profiles().activate(id);
    },
    'profile.remove': ({ id }) => profiles().remove(id),
    'profile.setSecret': (values) => profiles().setSecret(values),
    'profile.deleteSecret': ({ id }) => profiles().deleteSecret(id),
    'profile.ownKey': async ({ id, keys }) => {
      const profile = (await profiles().list()).find((one) => one.id === id);
      // the key of another server stands in none of this one's lists
      if (!profile || profile.secret === 'none') return null;
      const own = await profiles().secretOf(id, profile.baseUrl);
      if (own === null) return null;
      return ownKeyAt(
        own,
        keys.map((key) => (isSecretRef(key) ? secrets.reveal(key.$secret) : key)),
      );
    },
    'profile.test': async ({ id }) => {
      const profile = (await profiles().list()).find((one) => one.id === id);
      if (!profile) throw unknownProfile();
      return testConnection(profile, {
        network: network(),
        newId: randomUUID,
        call: async (endpoint, input) => (await services()).call({ endpoint, input, profile }),
      });
    },
  };
}

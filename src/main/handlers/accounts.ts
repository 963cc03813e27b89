import { randomUUID } from 'node:crypto';
import { testConnection } from '../connection-test';
import type { Credentials } from '../credentials/open-vault';
import type { Handlers } from '../dispatch';
import type { NetworkProbe } from '../network-probe';
import { type ProfileBook, unknownProfile } from '../profile-book';
import type { Services } from '../services';

export interface AccountHandlersOptions {
  vault: Credentials;
  /** The accounts of the mode that is shown. */
  profiles(): ProfileBook;
  services(): Promise<Pick<Services, 'call'>>;
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
  | 'profile.test'
>;

export function accountHandlers({ vault, profiles, services, network }: AccountHandlersOptions): AccountHandlers {
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

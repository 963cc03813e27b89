import { AppError } from '../../shared/app-error';
import type { Credentials } from '../credentials/open-vault';
import type { Handlers } from '../dispatch';
import type { ProfileBook } from '../profile-book';

export interface AccountHandlersOptions {
  vault: Credentials;
  /** The accounts of the mode that is shown. */
  profiles(): ProfileBook;
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

export function accountHandlers({ vault, profiles }: AccountHandlersOptions): AccountHandlers {
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
    'profile.test': async () => {
      throw new AppError('unknown_operation');
    },
  };
}

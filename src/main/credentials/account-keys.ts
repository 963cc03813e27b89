import { AppError } from '../../shared/app-error';
import type { Profile } from '../../shared/settings';
import { serverOf } from './key-line';
import type { Credentials, FoundSecret } from './open-vault';
import { ownerOf, requireServer } from './require-server';

/** Whether a stored key goes along with its account to another server. */
export interface KeyMove {
  /** The key's server; null where nobody knows. */
  own: string | null;
  other: string;
  /** The end of the key. */
  hint: string | null;
}

/** `leave`: the account gets its address, and the key stays with the server that it has. */
export type KeyMoveAnswer = 'move' | 'leave' | 'cancel';

type Account = Pick<Profile, 'id' | 'provider' | 'baseUrl'>;

export interface AccountKeysOptions {
  vault: Pick<Credentials, 'find' | 'set' | 'delete'>;
  /** Asks the user outside the window's page, which could press any button of its own. */
  askMove(question: KeyMove): Promise<KeyMoveAnswer>;
  hintOf(secret: string): string | null;
}

/** What may be shown of an account's key. */
export interface KeyView {
  /** `none` also where there is one, but for another server than the account's. */
  place: 'none' | FoundSecret['place'];
  hint: string | null;
  /** The server of such a key, empty where nobody knows it; null where the key fits or there is none. */
  elsewhere: string | null;
}

/** The keys of accounts, each bound to the server that it was entered for. */
export interface AccountKeys {
  view(account: Account): Promise<KeyView>;
  /** Null where there is none. Throws key_elsewhere, key_unbound, vault_unavailable. `account`: where it still exists. */
  keyFor(id: string, account: Account | undefined, address: string): Promise<string | null>;
  set(id: string, secret: string, keep: FoundSecret['place'], address: string): Promise<void>;
  delete(id: string): Promise<void>;
  /** Before an account gets another address and no new key. Throws canceled where the user thinks better of it. */
  beforeMove(account: Account, address: string): Promise<void>;
}

export function createAccountKeys({ vault, askMove, hintOf }: AccountKeysOptions): AccountKeys {
  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other: a key that is entered meanwhile must not be overwritten by the former one. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** Notes the server beside a key, if it is still the same one. */
  const bind = (id: string, { secret, server }: FoundSecret, to: string): Promise<boolean> =>
    inTurn(async () => {
      const now = await vault.find(id);
      if (now?.secret !== secret || now.server !== server) return false;
      await vault.set(id, secret, now.place, to);
      return true;
    });

  let asking = false;
  async function ask(question: KeyMove): Promise<KeyMoveAnswer> {
    // a page that asks again and again must not pile up boxes until somebody presses the wrong button
    if (asking) return 'cancel';
    asking = true;
    try {
      return await askMove(question);
    } finally {
      asking = false;
    }
  }

  return {
    async view({ id, provider, baseUrl }) {
      // a keychain that cannot be asked holds nothing that could be used now; `vault.status` tells why
      const found = await vault.find(id).catch(() => null);
      if (!found) return { place: 'none', hint: null, elsewhere: null };
      const own = ownerOf(found, provider, baseUrl);
      if (own !== serverOf(baseUrl)) return { place: 'none', hint: null, elsewhere: own ?? '' };
      return { place: found.place, hint: hintOf(found.secret), elsewhere: null };
    },

    async keyFor(id, account, address) {
      const found = await vault.find(id);
      if (!found) return null;
      requireServer(found, account?.provider, address);
      // a keychain that can't take the note is asked again by the next request
      if (found.server === null) await bind(id, found, serverOf(address)).catch(() => false);
      return found.secret;
    },

    set: (id, secret, keep, address) => inTurn(() => vault.set(id, secret, keep, serverOf(address))),
    delete: (id) => inTurn(() => vault.delete(id)),

    async beforeMove({ id, provider, baseUrl }, address) {
      // where the keychain can't be asked nothing can leak: the server stands in it, beside the key
      const found = await vault.find(id).catch(() => null);
      if (!found) return;
      const own = ownerOf(found, provider, baseUrl);
      const other = serverOf(address);
      const moves = serverOf(baseUrl) !== other;
      if (own === other || (own !== null && !moves)) {
        if (found.server === null && own !== null) await bind(id, found, own);
        return;
      }
      const answer = await ask({ own, other, hint: hintOf(found.secret) });
      if (answer === 'cancel') throw new AppError('canceled');
      const server = answer === 'move' ? other : own;
      if (server === null || server === found.server) return;
      if (!(await bind(id, found, server))) throw new AppError('canceled');
    },
  };
}

import type { VaultStatus } from '../../shared/contract';
import type { KeychainOptions } from './keychain-vault';
import { createKeychainVault } from './keychain-vault';
import type { Probe } from './probe-keychain';
import { keyLine, readKeyLine, type KeptKey } from './key-line';
import { normalizeSecret } from './secret';
import { createSessionVault } from './session-vault';

export interface FoundSecret extends KeptKey {
  place: 'keychain' | 'session';
}

/** The program's secrets, in the keychain where there is one, in memory where there is none or it is wished so. */
export interface Credentials {
  /** Which vault new secrets go to by default, and why it is not the keychain. */
  status(): Promise<VaultStatus>;
  /** As `status`, after asking the keychain anew. */
  check(): Promise<VaultStatus>;
  /** Null where there is none. Throws `vault_unavailable` where a keychain exists that cannot be read. */
  find(id: string): Promise<FoundSecret | null>;
  /**
   * `server`: the origin that it may be sent to; null for what is sent nowhere. Throws `invalid_input` for what is not
   * one line, `vault_unavailable` where the keychain does not take it.
   */
  set(id: string, secret: string, keep: FoundSecret['place'], server: string | null): Promise<void>;
  /** Removes it from wherever it lies. */
  delete(id: string): Promise<void>;
}

/**
 * Opens the vault; nothing is loaded before the first question. A secret for this session comes before the
 * keychain's, which it may stand in for. Without any keychain "there is none" is the truth; with one that is locked
 * or broken it would be a guess, so `find` says `vault_unavailable` instead of sending the user to a new key.
 */
export function openVault(options: KeychainOptions): Credentials {
  const keychain = createKeychainVault(options);
  const session = createSessionVault();
  /** Secrets that the keychain was seen to hold. */
  const inKeychain = new Set<string>();

  const statusOf = async (probe: Probe): Promise<VaultStatus> =>
    probe.kind === 'works' ? keychain.status() : { ...(await session.status()), reason: probe.reason };

  return {
    status: async () => statusOf(await keychain.probe()),
    check: async () => statusOf(await keychain.probeAgain()),
    async find(id) {
      const temporary = await session.get(id);
      if (temporary !== null) return { ...readKeyLine(temporary), place: 'session' };
      if ((await keychain.probe()).kind === 'absent') return null;
      const line = await keychain.get(id);
      if (line === null) return null;
      inKeychain.add(id);
      return { ...readKeyLine(line), place: 'keychain' };
    },
    async set(id, secret, keep, server) {
      const line = keyLine({ secret: normalizeSecret(secret), server });
      if (keep === 'session') {
        await session.set(id, line);
        return;
      }
      await keychain.set(id, line);
      inKeychain.add(id);
      await session.delete(id);
    },
    async delete(id) {
      const sessionOnly = (await session.get(id)) !== null && !inKeychain.has(id);
      await session.delete(id);
      const { kind } = await keychain.probe();
      // entered for this session while the keychain was out of order: nothing of it can lie there
      if (kind === 'absent' || (kind === 'broken' && sessionOnly)) return;
      await keychain.delete(id);
      inKeychain.delete(id);
    },
  };
}

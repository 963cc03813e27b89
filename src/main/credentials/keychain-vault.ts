import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { VaultStatus } from '../../shared/contract';
import type { Keytar, LoadKeytar } from './load-keytar';
import type { Probe } from './probe-keychain';
import { SERVICE, probeKeychain } from './probe-keychain';
import type { Vault } from './vault';

export interface KeychainOptions {
  load: LoadKeytar;
  clock: Clock;
  platform: NodeJS.Platform;
}

export interface KeychainVault extends Vault {
  /** What the last probe found. A keychain that did not work is looked at again after five minutes. */
  probe(): Promise<Probe>;
  /** Probes anew: the user may have unlocked it. */
  probeAgain(): Promise<Probe>;
}

/** A keychain may be unlocked at any time; but asking may open its window, so it is not asked at every poll. */
const SECOND_LOOK_MS = 5 * 60_000;

function backendOf(platform: NodeJS.Platform): VaultStatus['backend'] {
  switch (platform) {
    case 'darwin':
      return 'macos-keychain';
    case 'win32':
      return 'windows-credentials';
    default:
      return 'secret-service';
  }
}

function unavailable(error: unknown): AppError {
  const text = error instanceof Error ? error.message : String(error);
  return new AppError('vault_unavailable', { detail: text.slice(0, 300) }, { cause: error });
}

/**
 * The system's keychain, loaded and probed when it is first needed. It is never believed unasked: a null is given
 * out only after a probe that follows it, for a keyring that was locked meanwhile answers null to everything.
 */
export function createKeychainVault({ load, clock, platform }: KeychainOptions): KeychainVault {
  let last: Promise<Probe> | undefined;
  let lastAt = 0;
  let running: Promise<unknown> = Promise.resolve();
  /** Has not begun yet, so that whoever asks meanwhile can share it. */
  let waiting: Promise<Probe> | undefined;
  /** One after the other: two at once would delete each other's entry, and call a sound keychain broken. */
  const probeAgain = (): Promise<Probe> => {
    waiting ??= running.then(() => {
      waiting = undefined;
      lastAt = clock.now();
      return probeKeychain(load, clock);
    });
    running = waiting;
    return (last = waiting);
  };
  async function probe(): Promise<Probe> {
    const found = await (last ?? probeAgain());
    return found.kind === 'broken' && clock.now() - lastAt >= SECOND_LOOK_MS ? probeAgain() : found;
  }

  async function use<T>(work: (keytar: Keytar) => Promise<T>): Promise<T> {
    const found = await probe();
    if (found.kind !== 'works') throw new AppError('vault_unavailable', { detail: found.reason });
    try {
      return await work(found.keytar);
    } catch (error) {
      last = undefined;
      throw unavailable(error);
    }
  }

  async function surelyNone(): Promise<null> {
    const found = await probeAgain();
    if (found.kind !== 'works') throw new AppError('vault_unavailable', { detail: found.reason });
    return null;
  }

  return {
    probe,
    probeAgain,
    async status() {
      const found = await probe();
      return { kind: 'keychain', backend: backendOf(platform), reason: found.kind === 'works' ? null : found.reason };
    },
    async get(id) {
      const secret = await use((keytar) => keytar.getPassword(SERVICE, id));
      return secret ?? surelyNone();
    },
    async set(id, line) {
      await use((keytar) => keytar.setPassword(SERVICE, id, line));
    },
    async delete(id) {
      await use((keytar) => keytar.deletePassword(SERVICE, id));
    },
  };
}

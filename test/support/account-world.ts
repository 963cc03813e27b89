import { onTestFinished, vi } from 'vitest';
import type { KeyMove, KeyMoveAnswer } from '../../src/main/credentials/account-keys';
import { openVault } from '../../src/main/credentials/open-vault';
import { createLiveProfiles } from '../../src/main/live-profiles';
import { createSettingsStore } from '../../src/main/settings-store';
import { DEFAULT_SETTINGS, type Profile, type Settings } from '../../src/shared/settings';
import { createFakeClock } from './fake-clock';
import { createFakeKeytar } from './fake-keytar';
import { startLoopbackServer, type LoopbackServer } from './loopback-server';
import { openServices } from './services-world';
import { temporaryFolder } from './temporary-folder';

export const KEY = 'pb_canary0123456789abcdef';
export const account = { provider: 'paperbanana', name: 'Lab', role: 'user' } as const;

/** The real accounts and services of live mode: the settings and the keychain are the test's. */
export function openAccounts(profiles: Profile[] = []) {
  const dataDir = temporaryFolder();
  const keytar = createFakeKeytar();
  let stored: Settings = { ...DEFAULT_SETTINGS, profiles };
  const askMove = vi.fn<(question: KeyMove) => Promise<KeyMoveAnswer>>(() => Promise.reject(new Error('asked')));
  let count = 0;

  /** The program starts (again), with whatever stands in the settings' file now. */
  function start() {
    const settings = createSettingsStore(
      { read: () => stored, write: (value) => void (stored = value), moveAside: () => undefined },
      { onChanged: () => undefined, log: () => undefined },
    );
    const vault = openVault({ load: async () => keytar, clock: createFakeClock(), platform: 'linux' });
    const book = createLiveProfiles({
      settings,
      vault,
      askMove,
      newId: () => `p${(count += 1)}`,
      onChanged: () => undefined,
      onSecretChanged: (id) => {
        world.services.jobs.credentialChanged(id);
      },
    });
    const world = openServices(dataDir, book.secretOf);
    world.services.jobs.start();
    return { settings, vault, book, world };
  }

  return {
    keytar,
    askMove,
    start,
    /** The line in the keychain. */
    line: (id: string) => keytar.entries.get(`Plantain/${id}`),
    /** As by an editor, while the program does not run. */
    editSettings(change: (profile: Profile) => Profile): void {
      stored = { ...stored, profiles: stored.profiles.map(change) };
    },
    settings: () => stored,
  };
}

export async function openServer(): Promise<LoopbackServer> {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  return server;
}

/** Everything that a server was told, as one text. */
export const heardBy = ({ received }: LoopbackServer): string =>
  received.map(({ path, headers, body }) => `${path} ${JSON.stringify(headers)} ${body.toString()}`).join('\n');

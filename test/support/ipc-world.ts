import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createSecretBook } from '../../src/main/credentials/secret-book';
import { openVault } from '../../src/main/credentials/open-vault';
import type { Desktop } from '../../src/main/desktop';
import { createDispatch } from '../../src/main/dispatch';
import { createFileIntake } from '../../src/main/file-intake';
import { readJournals } from '../../src/main/figures/journals';
import { createHandlers } from '../../src/main/handlers';
import { createLiveProfiles } from '../../src/main/live-profiles';
import { createModes } from '../../src/main/modes';
import { openWebhookDesk } from '../../src/main/open-webhook-desk';
import { createSettingsStore } from '../../src/main/settings-store';
import { createListenerSeat } from '../../src/main/webhooks/listener-seat';
import type { Log } from '../../src/shared/log';
import { systemClock } from '../../src/shared/clock';
import { DEFAULT_SETTINGS } from '../../src/shared/settings';
import { createFakeKeytar } from './fake-keytar';
import { startRenderProcesses } from './render-process';
import { openServices } from './services-world';
import { temporaryFolder } from './temporary-folder';

const RESOURCES = join(__dirname, '../../resources');

/** All that answers the window, over the real services; the desktop, the keychain and the network are the test's. */
export async function openIpc({ desktop }: { desktop?: Partial<Desktop> } = {}) {
  const folder = temporaryFolder();
  /** What was not expected, with all that is known of it. */
  const problems: string[] = [];
  const note = (message: string, facts?: object): void => void problems.push(`${message} ${JSON.stringify(facts)}`);
  const log: Log = { info: () => undefined, warn: () => undefined, error: note };
  const settings = createSettingsStore(
    { read: () => DEFAULT_SETTINGS, write: () => undefined, moveAside: () => undefined },
    { onChanged: () => undefined, log: () => undefined },
  );
  const keytar = createFakeKeytar();
  const vault = openVault({ load: async () => keytar, clock: systemClock, platform: 'linux' });
  let count = 0;
  const newId = (): string => `id-${(count += 1)}`;
  const profiles = createLiveProfiles({
    ...{ settings, vault, newId },
    askMove: async () => 'leave',
    onChanged: () => undefined,
    onSecretChanged: () => undefined,
  });
  const { queue, figures } = startRenderProcesses();
  // nobody answers: this is about what the window says, not about servers
  const fetch = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
  const { services } = openServices(join(folder, 'live'), profiles.secretOf, fetch);
  const webhooks = openWebhookDesk({
    ...{
      mode: 'live',
      folder: join(folder, 'live'),
      settings,
      profiles,
      jobs: services.jobs,
      vault,
      fetch,
      log,
      newId,
    },
    ...{ seat: createListenerSeat(), clock: systemClock, onEvent: () => undefined },
  });
  const modes = createModes({
    initial: 'live',
    open: async () => ({ services, webhooks, folder: join(folder, 'live'), close: async () => undefined }),
    clearDemo: async () => undefined,
    onSwitched: () => undefined,
  });
  onTestFinished(async () => {
    webhooks.runs.stopAll();
    await webhooks.service.close();
  });
  const nothing = async (): Promise<void> => undefined;
  const intake = createFileIntake({ files: async () => services.files, maxBytes: () => 1_000_000, render: queue });
  const handlers = createHandlers({
    ...{ settings, modes, vault, intake, render: queue },
    profiles: () => profiles,
    secrets: createSecretBook(newId),
    network: { proxyFor: async () => undefined, resolve: async () => '127.0.0.1', connect: nothing },
    desktop: {
      chooseFiles: async () => [],
      chooseSaveTarget: async () => undefined,
      chooseFolder: async () => undefined,
      tellProblem: nothing,
      reveal: () => undefined,
      openInBrowser: nothing,
      copyText: nothing,
      copyPicture: async () => true,
      ...desktop,
    },
    samplePdf: join(RESOURCES, 'sample/sparse-routing.pdf'),
    figureExport: {
      ...{ figures, dataFolder: folder, workFolder: join(folder, 'exports'), onExported: () => undefined },
      journals: () => readJournals(RESOURCES, folder),
    },
    info: { version: '1', electron: '1', platform: 'linux', hasSample: true },
    locale: () => 'en',
    now: systemClock.now,
    history: () => ({ history: 'sound', damagedFile: null, rescued: null }),
    mendHistory: nothing,
    startedAsDemo: false,
  });
  return { dispatch: createDispatch(handlers, { strict: true, log }), problems, folder, services, profiles, keytar };
}

/** Paths that a person may choose, and that the system refuses for a reason of its own. */
export function awkwardPaths(folder: string) {
  const file = join(folder, 'a-file');
  writeFileSync(file, 'text');
  const loop = join(folder, 'loop');
  symlinkSync(loop, loop);
  mkdirSync(join(folder, 'a-folder/inside'), { recursive: true });
  return {
    noFolder: join(folder, 'nowhere/picture.png'),
    fileAsFolder: join(file, 'picture.png'),
    isFolder: join(folder, 'a-folder'),
    loop: join(loop, 'picture.png'),
    longName: join(folder, `${'🍌'.repeat(90)}.png`),
    longPath: join(folder, ...Array.from({ length: 30 }, () => 'x'.repeat(200)), 'picture.png'),
    notWritable: '/proc/picture.png',
    nul: join(folder, 'a\0b.png'),
  };
}

import { join } from 'node:path';
import { serverOf } from '../main/credentials/key-line';
import { loadKeytar } from '../main/credentials/load-keytar';
import { openVault } from '../main/credentials/open-vault';
import { createServices, type Services } from '../main/services';
import { systemClock } from '../shared/clock';
import type { Endpoint } from '../shared/endpoints/endpoint';
import type { Log } from '../shared/log';
import { type Account, findAccount, readSettings } from './accounts';
import type { CallArguments } from './arguments';
import { userDataFolder } from './data-folder';
import { openDemoServer } from './demo-server';
import type { Terminal } from './terminal';
import type { Words } from './words';

/** What one call works with: the same services as the window's, on a history of the command line's own. */
export interface Session {
  services: Services;
  /** Whose call it is. Throws as findAccount does: a missing key is told after what is wrong with the call itself. */
  account(): Promise<Account>;
  /** The largest file that is taken in, in bytes. */
  maxFileBytes: number;
  onChanged(listener: () => void): () => void;
}

const nothing = (): void => undefined;
/** The command line speaks on standard error, where it has something to say. */
const silent: Log = { info: nothing, warn: nothing, error: nothing };

/** Throws as createServices does. */
export async function openSession(
  endpoint: Endpoint,
  call: CallArguments,
  { terminal: { env, say }, words: { t } }: { terminal: Terminal; words: Words },
): Promise<Session> {
  const dataFolder = userDataFolder(env);
  const settings = readSettings(dataFolder);
  const folder = join(dataFolder, 'cli', call.demo ? 'demo' : 'live');
  const demo = call.demo ? await openDemoServer(folder) : undefined;
  const vault = openVault({ load: loadKeytar, clock: systemClock, platform: process.platform });
  let own: Account | undefined;
  async function account(): Promise<Account> {
    own = demo
      ? demo.account(endpoint)
      : await findAccount({ endpoint, baseUrl: call.baseUrl, env, settings, vault, t });
    return own;
  }
  const listeners = new Set<() => void>();
  const services = createServices({
    dataDir: folder,
    fetch: demo?.fetch ?? ((request) => fetch(request)),
    // a key from the environment is for the server of this call, not for those of earlier ones
    secretOf: async (id, address) =>
      own && id === own.profile.id && serverOf(address) === serverOf(own.profile.baseUrl) ? own.secret : null,
    clock: systemClock,
    random: Math.random,
    log: silent,
    onJobChanged: () => {
      for (const listener of [...listeners]) listener();
    },
    onJobFinished: nothing,
  });
  if (services.damagedHistory !== null) say(`plantain: ${t('cli.error.damaged', { file: services.damagedHistory })}`);
  // several command lines may run side by side: each minds its own jobs
  services.jobs.start({ ownOnly: true });
  return {
    ...{ services, account, maxFileBytes: settings.maxFileMegabytes * 1_000_000 },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

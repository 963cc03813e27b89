import { join } from 'node:path';
import { serverOf } from '../main/credentials/key-line';
import { loadKeytar } from '../main/credentials/load-keytar';
import { openVault } from '../main/credentials/open-vault';
import { createServices, type Services } from '../main/services';
import { systemClock } from '../shared/clock';
import type { Endpoint } from '../shared/endpoints/endpoint';
import { findEndpoint } from '../shared/endpoints/index';
import type { Job } from '../shared/job';
import type { Log } from '../shared/log';
import { type Account, findAccount, keyOfJob, readSettings } from './accounts';
import { userDataFolder } from './data-folder';
import { openDemoServer } from './demo-server';
import type { Terminal } from './terminal';
import type { Words } from './words';

/** What one command works with: the same services as the window's, on a history of the command line's own. */
export interface Session {
  services: Services;
  /** Whose call it is. Throws as findAccount does: a missing key is told after what is wrong with the call itself. */
  account(endpoint: Endpoint, baseUrl: string | undefined): Promise<Account>;
  /** The largest file that is taken in, in bytes. */
  maxFileBytes: number;
  onChanged(listener: () => void): () => void;
  /** Whether this command has the key of a job of the history; from then on it is used for it. */
  mayFollow(job: Job): boolean;
}

const nothing = (): void => undefined;
/** The command line speaks on standard error, where it has something to say. */
const silent: Log = { info: nothing, warn: nothing, error: nothing };

/** Throws as createServices does. */
export async function openSession(
  { demo: isDemo }: { demo: boolean },
  { terminal: { env, say }, words: { t } }: { terminal: Terminal; words: Words },
): Promise<Session> {
  const dataFolder = userDataFolder(env);
  const settings = readSettings(dataFolder);
  const folder = join(dataFolder, 'cli', isDemo ? 'demo' : 'live');
  const demo = isDemo ? await openDemoServer(folder) : undefined;
  const vault = openVault({ load: loadKeytar, clock: systemClock, platform: process.platform });
  const keys = new Map<string, { server: string; read(): Promise<string | null> }>();
  const listeners = new Set<() => void>();
  const services = createServices({
    dataDir: folder,
    fetch: demo?.fetch ?? ((request) => fetch(request)),
    // a key is for the server of its account, whatever an earlier job of the history says
    secretOf: async (id, address) => {
      const key = keys.get(id);
      return key?.server === serverOf(address) ? key.read() : null;
    },
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
    services,
    maxFileBytes: settings.maxFileMegabytes * 1_000_000,
    async account(endpoint, baseUrl) {
      const found = demo ? demo.account(endpoint) : await findAccount({ endpoint, baseUrl, env, settings, vault, t });
      keys.set(found.profile.id, {
        server: serverOf(found.profile.baseUrl),
        read: () => Promise.resolve(found.secret),
      });
      return found;
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    mayFollow(job) {
      const endpoint = findEndpoint(job.endpoint);
      if (!endpoint) return false;
      const server = serverOf(job.baseUrl);
      const known = keys.get(job.profileId);
      if (known) return known.server === server;
      const secret = demo && demo.account(endpoint).secret;
      const read = demo ? () => Promise.resolve(secret ?? null) : keyOfJob(job, { env, settings, vault });
      if (read) keys.set(job.profileId, { server, read });
      return read !== undefined;
    },
  };
}

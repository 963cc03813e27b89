import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { net, session } from 'electron';
import type { Clock } from '../shared/clock';
import type { Job } from '../shared/job';
import type { Log } from '../shared/log';
import type { Mode } from '../shared/settings';
import type { RenderQueue } from './figures/render-queue';
import type { Fetch } from './http/open-answer';
import type { HistoryState } from './history-state';
import type { HistoryThread } from './history-thread';
import { createLazyFetch } from './lazy-fetch';
import type { OpenMode } from './modes';
import { createNetFetch } from './net-fetch';
import type { NetworkProbe } from './network-probe';
import type { ProfileBook } from './profile-book';
import { createServices, type Services } from './services';
import { fetchNoDictionary } from './security';
import { createSingleSend } from './single-send';
import { tryDecoding } from './try-decoding';
import type { SettingsStore } from './settings-store';
import { isLeftToUs, withEnvironmentKeys } from './left-jobs';
import type { WebhookDesk } from './handlers/webhooks';
import { createListenerSeat } from './webhooks/listener-seat';
import { openWebhookDesk, type WebhookDeskOptions } from './open-webhook-desk';

/** How often a demo that answers at once is asked: quick, and still a poll that can be seen. */
const AT_ONCE = 20;

/** ms after which a history is looked through: what the window needs first comes first. */
const INSPECT_AFTER = 3000;

/** A mode's services, its webhooks and the folder of its data. */
export interface ModeSet extends OpenMode {
  services: Services;
  webhooks: WebhookDesk;
  folder: string;
}

export interface OpenModeOptions {
  /** The system's proxy for an address. */
  proxyFor: NetworkProbe['proxyFor'];
  /** `<userData>/live` or `<userData>/demo`. */
  folderOf(mode: Mode): string;
  /** Where command lines keep theirs, of live mode. */
  commandLineFolder: string;
  resourcesFolder: string;
  settings: SettingsStore;
  profiles: Record<Mode, ProfileBook>;
  render: Pick<RenderQueue, 'run'>;
  history: HistoryState;
  thread: Pick<HistoryThread, 'inspect'>;
  clock: Clock;
  log: Log;
  onJobChanged(mode: Mode, id: string): void;
  onJobFinished(mode: Mode, job: Job): void;
  webhooks: Pick<WebhookDeskOptions, 'vault' | 'newId' | 'onEvent'>;
}

/** Opens a mode: live over the system's network, demo over the mock, which is loaded here and nowhere else. */
export function createOpenMode(options: OpenModeOptions): (mode: Mode) => Promise<ModeSet> {
  const { folderOf, settings, profiles, render, history, thread, clock, log, resourcesFolder } = options;

  // one for all times: a second one would take the sessions of requests that are still under way for its own
  let live: Fetch | undefined;
  const network = (): Fetch =>
    (live ??= createSingleSend({
      chromium: createNetFetch({
        request: (request) => net.request(request),
        openSession: (name) => {
          const opened = session.fromPartition(name);
          fetchNoDictionary(opened);
          return opened;
        },
      }),
      proxyFor: options.proxyFor,
      userAgent: () => session.defaultSession.getUserAgent(),
    }));

  const mock = async () => {
    const [{ createMockProvider }, { createFileMemory }] = await Promise.all([
      import('../../mocks/provider'),
      import('../../mocks/memory'),
    ]);
    return createMockProvider({
      settings: () => settings.get().demo,
      clock,
      resourcesDir: resourcesFolder,
      rasterize: (svg, width) => render.run({ kind: 'rasterize', svg, width }),
      memory: createFileMemory(join(folderOf('demo'), 'server.json')),
      deliver: (request) => network()(request),
    }).fetch;
  };

  const seat = createListenerSeat();

  function harmed(mode: Mode, reason: string): void {
    if (history.of(mode).history === 'harmed') return;
    log.error('the history is damaged', { mode, reason });
    history.harmed(mode);
  }

  /** Looks through a mode's history in the background; gives what keeps it from beginning, or ends it. */
  function inspectLater(mode: Mode): () => void {
    const controller = new AbortController();
    const cancel = clock.after(INSPECT_AFTER, () => {
      void thread.inspect(join(folderOf(mode), 'history.db'), controller.signal).then((finding) => {
        if (finding !== null && !controller.signal.aborted) harmed(mode, finding);
      });
    });
    return () => {
      cancel();
      controller.abort();
    };
  }

  return async (mode) => {
    const open = (): Services =>
      createServices({
        dataDir: folderOf(mode),
        fetch: mode === 'live' ? network() : createLazyFetch(mock),
        secretOf: mode === 'live' ? withEnvironmentKeys(settings, profiles.live) : profiles.demo.secretOf,
        ...{ clock, random: Math.random, log },
        ...(mode === 'demo' && { pace: () => settings.get().demo.speed || AT_ONCE }),
        onJobChanged: (id) => {
          options.onJobChanged(mode, id);
        },
        onJobFinished: (job) => {
          options.onJobFinished(mode, job);
        },
        onHistoryDamage: (reason) => {
          harmed(mode, reason);
        },
        tryDecoding: (path, format) => tryDecoding(render, path, format),
      });
    const services = history.watch(mode, open);
    services.jobs.start();
    const stopInspecting = inspectLater(mode);
    if (mode === 'live') void bringOver(services, options);
    const webhooks = openWebhookDesk({
      ...options.webhooks,
      ...{ mode, folder: folderOf(mode), settings, profiles: profiles[mode], jobs: services.jobs },
      ...{ seat, clock, log, fetch: (request) => network()(request) },
    });
    return {
      ...{ services, webhooks, folder: folderOf(mode) },
      async close() {
        stopInspecting();
        webhooks.runs.stopAll();
        await webhooks.service.close();
        await services.jobs.settled();
        services.close();
      },
    };
  };
}

/** What command lines that were killed have left is the window's now; without a history of theirs there is nothing. */
async function bringOver(
  services: Services,
  {
    commandLineFolder,
    settings,
    profiles,
    log,
  }: Pick<OpenModeOptions, 'commandLineFolder' | 'settings' | 'profiles' | 'log'>,
): Promise<void> {
  if (!existsSync(join(commandLineFolder, 'history.db'))) return;
  try {
    const secretOf = withEnvironmentKeys(settings, profiles.live);
    const brought = await services.takeOver(commandLineFolder, (job) =>
      isLeftToUs(job, settings.get().profiles, secretOf),
    );
    if (brought > 0) log.info('jobs of the command line were taken over', { jobs: brought });
  } catch (error) {
    // it stays where it is, for the next start or the next command
    log.warn('jobs of the command line were not taken over', { reason: String(error) });
  }
}

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, session } from 'electron';
import { toAppErrorData } from '../shared/app-error';
import { systemClock } from '../shared/clock';
import type { Log } from '../shared/log';
import type { Mode } from '../shared/settings';
import { createAskKeyMove } from './ask-key-move';
import { answerAsset } from './assets/asset-answer';
import { loadKeytar } from './credentials/load-keytar';
import { openVault } from './credentials/open-vault';
import { createSecretBook } from './credentials/secret-book';
import { createDemoProfiles } from './demo-profiles';
import { createDesktop } from './desktop';
import { createDispatch, type Dispatch } from './dispatch';
import { createFigures } from './figures/figures';
import { readJournals } from './figures/journals';
import { createRenderHost } from './figures/render-host';
import { createFileIntake } from './file-intake';
import { createHistoryMending } from './history-mending';
import { createHistoryState } from './history-state';
import { createHistoryThread } from './history-thread';
import { createHandlers } from './handlers';
import { closeForeignChannels, sendEvent } from './ipc';
import type { Launch } from './launch';
import { createLiveProfiles } from './live-profiles';
import { openLog } from './log';
import { logFileIn } from './log-file';
import { setMenu } from './menu';
import { createModes } from './modes';
import { createNetworkProbe } from './network-probe';
import { createNotify } from './notifications';
import { createOpenMode } from './open-mode';
import type { ProfileBook } from './profile-book';
import { createPreferences } from './preferences';
import { findResources } from './resources';
import { openSettingsFile } from './settings-file';
import { createSettingsStore } from './settings-store';

export interface BackendOptions {
  dataFolder: string;
  launch: Launch;
  /** Resolved with the first paint: what nobody waits for begins after it. */
  shown: Promise<unknown>;
}

/** All that answers the window. */
export interface Backend {
  log: Log;
  dispatch: Dispatch;
  /** The answer to a request for a picture. */
  asset(address: string): Promise<Response>;
  /** Takes in a PDF that came by the system and tells the window. */
  openPdf(path: string): Promise<void>;
  wake(): void;
  close(): Promise<void>;
}

/** Puts the parts together. Databases, keychain and image worker open when they are first needed. */
export function createBackend({ dataFolder, launch, shown }: BackendOptions): Backend {
  const log = openLog(logFileIn(dataFolder), { toConsole: !app.isPackaged });
  const clock = systemClock;
  const folderOf = (mode: Mode): string => join(dataFolder, mode);
  const commandLineFolder = join(dataFolder, 'cli', 'live');
  const resources = findResources(app.getAppPath());

  const preferences = createPreferences(launch.locale, (t) => {
    setMenu(t, dataFolder);
  });
  const settings = createSettingsStore(openSettingsFile(dataFolder), {
    onChanged: (changed) => {
      preferences.apply(changed);
      sendEvent('settings.changed', {});
    },
    log: (message) => {
      log.warn(message);
    },
    demoSpeed: process.env['PLANTAIN_DEMO_SPEED'],
  });
  closeForeignChannels();
  preferences.apply(settings.get());

  const vault = openVault({ load: loadKeytar, clock, platform: process.platform });
  const render = createRenderHost(
    clock,
    (message) => {
      log.warn(message);
    },
    resources.folder,
  );
  const secrets = createSecretBook(randomUUID);
  const desktop = createDesktop(preferences.translate);
  const notify = createNotify({ translate: preferences.translate, enabled: () => settings.get().notifications });
  const profiles: Record<Mode, ProfileBook> = {
    live: createLiveProfiles({
      settings,
      vault,
      askMove: createAskKeyMove(preferences.translate),
      newId: randomUUID,
      onChanged: () => {
        sendEvent('profiles.changed', {});
      },
      onSecretChanged: (id) => {
        void modes.services('live').then(({ services }) => {
          services.jobs.credentialChanged(id);
        });
      },
    }),
    demo: createDemoProfiles({
      nameOf: (role) => preferences.translate()(`main.demoProfile.${role}`),
      keyOf: async ({ provider, role }) => (await import('../../mocks/credentials')).DEMO_CREDENTIALS[provider][role],
      webhookSecretOf: async ({ provider, role }) =>
        provider === 'paperbanana' && role === 'user'
          ? (await import('../../mocks/credentials')).DEMO_WEBHOOK_SECRET
          : null,
    }),
  };
  const history = createHistoryState(() => {
    sendEvent('history.opened', {});
  });
  const thread = createHistoryThread((message) => {
    log.warn(message);
  });
  const network = createNetworkProbe((url) => session.defaultSession.resolveProxy(url));
  const modes = createModes({
    initial: launch.mode,
    open: createOpenMode({
      ...{ folderOf, commandLineFolder, settings, profiles, render, history, thread, clock, log },
      resourcesFolder: resources.folder,
      proxyFor: network.proxyFor,
      webhooks: {
        ...{ vault, newId: randomUUID },
        onEvent: (mode, name, payload) => {
          if (mode === modes.current()) sendEvent(name, payload);
        },
      },
      onJobChanged: (mode, id) => {
        if (mode === modes.current()) sendEvent('job.changed', { id });
        else if (mode === 'live') sendEvent('live.changed', {});
      },
      onJobFinished: (mode, job) => {
        notify(job, () => {
          modes.switchTo(mode);
          sendEvent('navigate', { screen: 'queue', jobId: job.id });
        });
      },
    }),
    clearDemo: () => rm(folderOf('demo'), { recursive: true, force: true }),
    onSwitched: (mode) => {
      secrets.clear();
      sendEvent('mode.changed', { mode });
    },
  });

  const intake = createFileIntake({
    files: async () => (await modes.services()).services.files,
    maxBytes: () => settings.get().maxFileMegabytes * 1_000_000,
    render,
  });
  const handlers = createHandlers({
    secrets,
    network,
    profiles: () => profiles[modes.current()],
    ...{ settings, modes, vault, desktop, render, intake, samplePdf: resources.samplePdf },
    figureExport: {
      figures: createFigures(render),
      journals: () => readJournals(resources.folder, dataFolder),
      ...{ dataFolder, workFolder: join(dataFolder, 'exports') },
      onExported: (progress) => {
        sendEvent('figure.exported', progress);
      },
    },
    info: {
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      hasSample: resources.samplePdf !== undefined,
    },
    locale: preferences.locale,
    now: clock.now,
    history: history.of,
    mendHistory: createHistoryMending({ folderOf, modes, history, thread, clock }),
    startedAsDemo: launch.mode === 'demo' && settings.get().mode === null,
  });

  void shown.then(async () => {
    // live jobs go on also while the demo is shown; without a history there are none
    if ([folderOf('live'), commandLineFolder].some((folder) => existsSync(join(folder, 'history.db')))) {
      await modes.services('live').catch((error: unknown) => {
        log.error('the history cannot be opened', { reason: String(error) });
      });
      sendEvent('live.changed', {});
    }
    if (settings.get().webhooks.startWithProgram) {
      // a port that is taken is told on the screen of the webhooks
      await modes
        .services()
        .then(({ webhooks }) => webhooks.service.start())
        .catch((error: unknown) => {
          log.warn('webhooks are not listened for', { reason: String(error) });
        });
    }
    await render.run({ kind: 'warm-up' });
  });

  return {
    log,
    dispatch: createDispatch(handlers, { strict: !app.isPackaged, log }),
    async asset(address) {
      const { services, folder } = await modes.services();
      return answerAsset(address, {
        state: services.files.state,
        pathOf: services.files.path,
        thumbsFolder: join(folder, 'thumbs'),
        page: (path, page, width) => render.run({ kind: 'pdf-page', path, page, width }),
        thumbnail: (path, width) => render.run({ kind: 'thumbnail', path, width }),
      });
    },
    async openPdf(path) {
      try {
        sendEvent('file.opened', { file: await intake.fromPath(path) });
      } catch (error) {
        // the form has not asked for this file, so its place for problems is not on the screen
        await desktop.tellProblem(toAppErrorData(error));
      }
    },
    wake() {
      void modes.services().then(({ services }) => {
        services.jobs.wake();
      });
    },
    async close() {
      render.close();
      await modes.close();
    },
  };
}

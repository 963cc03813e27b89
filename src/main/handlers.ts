import { join } from 'node:path';
import { pictureProblem } from './assets/asset-answer';
import type { FileStore } from './assets/store';
import type { Credentials } from './credentials/open-vault';
import type { SecretBook } from './credentials/secret-book';
import type { Desktop } from './desktop';
import type { Handlers } from './dispatch';
import { createFigures } from './figures/figures';
import type { RenderQueue } from './figures/render-queue';
import type { FileIntake } from './file-intake';
import { accountHandlers } from './handlers/accounts';
import { appHandlers, type AppHandlersOptions } from './handlers/app';
import { figureExportHandlers, type FigureExportOptions } from './handlers/figure-export';
import { figureHandlers } from './handlers/figures';
import { fileHandlers } from './handlers/files';
import { jobHandlers } from './handlers/jobs';
import { resultHandlers } from './handlers/results';
import { webhookHandlers } from './handlers/webhooks';
import type { Modes } from './modes';
import type { NetworkProbe } from './network-probe';
import type { ModeSet } from './open-mode';
import type { ProfileBook } from './profile-book';

export interface HandlersOptions extends Omit<AppHandlersOptions, 'modes'> {
  modes: Modes<ModeSet>;
  /** The accounts of the mode that is shown. */
  profiles(): ProfileBook;
  vault: Credentials;
  secrets: SecretBook;
  network: NetworkProbe;
  desktop: Desktop;
  render: Pick<RenderQueue, 'run'>;
  intake: FileIntake;
  samplePdf: string | undefined;
  now(): number;
  figureExport: Omit<FigureExportOptions, 'files' | 'desktop'>;
}

/** Every operation of the contract with what answers it; the type leaves none out. */
export function createHandlers(options: HandlersOptions): Handlers {
  const { modes, settings, profiles, vault, secrets, network, desktop, render, intake, samplePdf, figureExport } =
    options;
  const mode = (): Promise<ModeSet> => modes.services();
  const files = async (): Promise<FileStore> => (await mode()).services.files;
  return {
    ...appHandlers(options),
    ...accountHandlers({
      ...{ vault, profiles, secrets },
      services: async () => (await mode()).services,
      network: () => (modes.current() === 'live' ? network : undefined),
    }),
    ...fileHandlers({ intake, files, desktop, render, samplePdf }),
    ...figureExportHandlers({ ...figureExport, files, desktop }),
    ...figureHandlers({
      ...{ figures: createFigures(render), files },
      saved: async () => (await mode()).services.figures,
    }),
    ...jobHandlers({
      ...{ profiles, secrets },
      services: async () => (await mode()).services,
      live: async () => (await modes.opened('live'))?.services,
    }),
    ...webhookHandlers({
      settings,
      desk: async () => (await mode()).webhooks,
      sessionOnly: () => modes.current() === 'demo',
      now: options.now,
    }),
    ...resultHandlers({
      desktop,
      render,
      results: async () => {
        const { services, folder } = await mode();
        const problemOf = (sha256: string) =>
          pictureProblem(sha256, { state: services.files.state, thumbsFolder: join(folder, 'thumbs') });
        return { files: services.files, job: services.jobs.get, problemOf, copiesFolder: join(folder, 'copies') };
      },
    }),
  };
}

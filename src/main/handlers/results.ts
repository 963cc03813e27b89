import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/app-error';
import type { Asset, JobDetail } from '../../shared/job';
import { allowedLink } from '../allowed-links';
import { asDiskError } from '../assets/disk-error';
import type { FileStore } from '../assets/store';
import { copyAtomically } from '../copy-atomically';
import type { Desktop } from '../desktop';
import type { Handlers } from '../dispatch';
import type { RenderQueue } from '../figures/render-queue';
import { saveName } from '../save-name';

/** What of the mode that is shown is needed here. */
export interface Results {
  files: FileStore;
  job(id: string): JobDetail;
  /** Where readable copies for the file manager lie. */
  copiesFolder: string;
}

export interface ResultHandlersOptions {
  results(): Promise<Results>;
  desktop: Omit<Desktop, 'choosePdf'>;
  render: Pick<RenderQueue, 'run'>;
  /** Base addresses of the accounts: pages of one's own server may be opened. */
  profileBaseUrls(): readonly string[];
}

type ResultHandlers = Pick<
  Handlers,
  'asset.saveAs' | 'asset.showInFolder' | 'asset.copy' | 'clipboard.write' | 'shell.open'
>;

/** Pixels; what a copied picture is scaled down to where it is no PNG or JPEG. */
const COPY_WIDTH = 4096;

export function resultHandlers({ results, desktop, render, profileBaseUrls }: ResultHandlersOptions): ResultHandlers {
  /** Where the user saved a picture in this session, by its sum. */
  const saved = new Map<string, string>();

  async function exists(path: string): Promise<boolean> {
    return stat(path).then(
      (entry) => entry.isFile(),
      () => false,
    );
  }

  async function copyTo(files: FileStore, asset: Asset, target: string): Promise<void> {
    if (!(await files.has(asset.sha256))) throw new AppError('file_missing');
    await copyAtomically(files.path(asset.sha256), target).catch((error: unknown) => {
      throw asDiskError(error);
    });
  }

  return {
    'asset.saveAs': async ({ jobId, sha256 }) => {
      const { files, job } = await results();
      const detail = job(jobId);
      const asset = assetOf(detail, sha256);
      const target = await desktop.chooseSaveTarget(saveName(detail.title, asset.format), asset.format);
      if (target === undefined) return { saved: false };
      await copyTo(files, asset, target);
      saved.set(sha256, target);
      return { saved: true };
    },

    'asset.showInFolder': async ({ jobId, sha256 }) => {
      const { files, job, copiesFolder } = await results();
      const detail = job(jobId);
      const asset = assetOf(detail, sha256);
      const last = saved.get(sha256);
      if (last !== undefined && (await exists(last))) {
        desktop.reveal(last);
        return;
      }
      // the store's own files have no readable names, and an editor that opened one would change the history
      const copy = join(copiesFolder, sha256.slice(0, 8), saveName(detail.title, asset.format));
      if (!(await exists(copy))) {
        await mkdir(join(copiesFolder, sha256.slice(0, 8)), { recursive: true });
        await copyTo(files, asset, copy);
      }
      desktop.reveal(copy);
    },

    'asset.copy': async ({ sha256 }) => {
      const { files } = await results();
      if (await desktop.copyPicture(await files.read(sha256))) return;
      const png = await render.run({ kind: 'thumbnail', path: files.path(sha256), width: COPY_WIDTH });
      if (!(await desktop.copyPicture(Buffer.from(png)))) throw new AppError('internal');
    },

    'clipboard.write': ({ text }) => desktop.copyText(text),

    'shell.open': async ({ url }) => {
      const link = allowedLink(url, profileBaseUrls());
      if (link === undefined) throw new AppError('forbidden');
      await desktop.openInBrowser(link);
    },
  };
}

function assetOf(job: JobDetail, sha256: string): Asset {
  const asset = job.assets.find((one) => one.sha256 === sha256);
  if (!asset) throw new AppError('file_missing');
  return asset;
}

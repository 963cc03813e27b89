import { mkdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../shared/app-error';
import type { OperationInput } from '../../shared/contract';
import type { Asset, JobDetail } from '../../shared/job';
import { asDiskError } from '../assets/disk-error';
import { isShownAsItIs } from '../assets/shown';
import { readSmall } from '../assets/read-small';
import { sniff } from '../assets/sniff';
import type { FileStore } from '../assets/store';
import { copyAtomically } from '../copy-atomically';
import type { Desktop } from '../desktop';
import type { Handlers } from '../dispatch';
import type { RenderQueue } from '../figures/render-queue';
import { parseJson } from '../http/answer-text';
import { asSaveError } from '../save-error';
import { saveName } from '../save-name';

/** What of the mode that is shown is needed here. */
export interface Results {
  files: FileStore;
  job(id: string): JobDetail;
  /** Why a stored file is not shown. */
  problemOf(sha256: string): Promise<AppError | undefined>;
  /** Where readable copies for the file manager lie. */
  copiesFolder: string;
}

export interface ResultHandlersOptions {
  results(): Promise<Results>;
  desktop: Omit<Desktop, 'chooseFiles' | 'chooseFolder'>;
  render: Pick<RenderQueue, 'run'>;
}

type ResultHandlers = Pick<
  Handlers,
  'asset.saveAs' | 'asset.showInFolder' | 'asset.copy' | 'asset.problem' | 'asset.json' | 'clipboard.write'
>;

/** Pixels; what a copied picture is scaled down to where it is no PNG or JPEG. */
const COPY_WIDTH = 4096;
/** Bytes of the largest JSON value that goes to the window. */
const MAX_JSON_BYTES = 20_000_000;
/** Enough to know a file's type by. */
const HEAD_BYTES = 16_384;

export function resultHandlers({ results, desktop, render }: ResultHandlersOptions): ResultHandlers {
  /** Where the user saved a picture in this session, by its sum. */
  const saved = new Map<string, string>();

  async function exists(path: string): Promise<boolean> {
    return stat(path).then(
      (entry) => entry.isFile(),
      () => false,
    );
  }

  /** A file of a job, or of a plain call whose window still shows it: that one belongs to nobody and is sniffed. */
  async function placeOf({ sha256, jobId, title }: Place): Promise<{ title: string; format: string }> {
    const { files, job } = await results();
    if (jobId !== undefined) {
      const detail = job(jobId);
      return { title: detail.title, format: assetOf(detail, sha256).format };
    }
    const kind = sniff(await firstBytes((await files.open(sha256)).stream));
    if (!kind) throw new AppError('file_missing');
    return { title: title ?? '', format: kind.format };
  }

  async function copyTo(files: FileStore, sha256: string, target: string): Promise<void> {
    const state = await files.state(sha256);
    if (state !== 'sound') throw new AppError(state === 'missing' ? 'file_missing' : 'file_damaged');
    await copyAtomically(files.path(sha256), target).catch((error: unknown) => {
      throw asSaveError(error, target);
    });
  }

  return {
    'asset.saveAs': async (place) => {
      const { sha256 } = place;
      const { files } = await results();
      const { title, format } = await placeOf(place);
      const target = await desktop.chooseSaveTarget(saveName(title, format), format);
      if (target === undefined) return { saved: null };
      await copyTo(files, sha256, target);
      saved.set(sha256, target);
      return { saved: { name: basename(target), folder: dirname(target) } };
    },

    'asset.showInFolder': async (place) => {
      const { sha256 } = place;
      const { files, copiesFolder } = await results();
      const { title, format } = await placeOf(place);
      const last = saved.get(sha256);
      if (last !== undefined && (await exists(last))) {
        desktop.reveal(last);
        return;
      }
      // the store's own files have no readable names, and an editor that opened one would change the history
      const copy = join(copiesFolder, sha256.slice(0, 8), saveName(title, format));
      if (!(await exists(copy))) {
        await mkdir(join(copiesFolder, sha256.slice(0, 8)), { recursive: true }).catch((error: unknown) => {
          throw asDiskError(error);
        });
        await copyTo(files, sha256, copy);
      }
      desktop.reveal(copy);
    },

    'asset.copy': async ({ sha256 }) => {
      const { files } = await results();
      const bytes = await files.read(sha256);
      // a bitmap of the whole: what takes minutes to unpack goes by way of the worker, too
      if (isShownAsItIs(sniff(bytes), bytes.byteLength) && (await desktop.copyPicture(bytes))) return;
      const png = await render.run({ kind: 'thumbnail', path: files.path(sha256), width: COPY_WIDTH });
      if (!(await desktop.copyPicture(Buffer.from(png)))) throw new AppError('clipboard_refused');
    },

    'asset.problem': async ({ sha256 }) => (await (await results()).problemOf(sha256))?.data ?? null,

    'asset.json': async ({ sha256 }) => {
      const text = (await readSmall((await results()).files, sha256, MAX_JSON_BYTES)).toString('utf8');
      const value = parseJson(text);
      if (value === undefined) throw new AppError('not_text');
      return value;
    },

    'clipboard.write': ({ text }) => desktop.copyText(text),
  };
}

type Place = OperationInput<'asset.saveAs'>;

async function firstBytes(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const chunk of stream) return chunk.subarray(0, HEAD_BYTES);
  return new Uint8Array();
}

function assetOf(job: JobDetail, sha256: string): Asset {
  const asset = job.assets.find((one) => one.sha256 === sha256);
  if (!asset) throw new AppError('file_missing');
  return asset;
}

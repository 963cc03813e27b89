import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, assertNever } from '../../shared/app-error';
import { parseAssetUrl, type AssetRequest } from './asset-url';
import type { FileState } from './file-check';
import { isShownAsItIs, SHOWN } from './shown';
import { isCheapSvg } from './svg-cost';
import { sniff } from './sniff';

/** Where pictures come from: the store of the mode that is shown, its folder for thumbnails, and the image worker. */
export interface AssetSource {
  /** Whether a stored file is what its name says. */
  state(sha256: string): Promise<FileState>;
  pathOf(sha256: string): string;
  thumbsFolder: string;
  page(path: string, page: number, width: number): Promise<Uint8Array>;
  thumbnail(path: string, width: number): Promise<Uint8Array>;
}

/** The address is the content's sum: it can never mean another picture. */
const FOR_GOOD = 'private, max-age=31536000, immutable';
/** JPEGs tell their size late. */
const HEAD_BYTES = 512 * 1024;

/** The answer to a request for a picture: 404 for whatever is not a sound picture or a page of a stored PDF. */
export async function answerAsset(address: string, source: AssetSource): Promise<Response> {
  const request = parseAssetUrl(address);
  if (!request) return notFound();
  try {
    if (!(await isSound(request, source))) return notFound();
    return await answer(request, source);
  } catch {
    // a page that cannot be painted shows as a missing picture; the window asks for the reason
    return notFound();
  }
}

/**
 * Whether the file may be shown. One whose thumbnail is younger than its last change was read through then: to scroll
 * through a library must not mean to read all of it. What changed since without a trace is found when it is opened.
 */
async function isSound(request: AssetRequest, source: AssetSource): Promise<boolean> {
  if (request.kind === 'thumb') {
    const [file, made] = await Promise.all(
      [source.pathOf(request.sha256), thumbnailOf(request.sha256, request.width, source)].map((path) =>
        stat(path).catch(() => undefined),
      ),
    );
    if (file && made && made.mtimeMs > Math.max(file.mtimeMs, file.ctimeMs)) return true;
  }
  return (await source.state(request.sha256)) === 'sound';
}

const thumbnailOf = (sha256: string, width: number, { thumbsFolder }: Pick<AssetSource, 'thumbsFolder'>): string =>
  join(thumbsFolder, `${sha256}-${width}.png`);

/** Why a stored picture is not shown; undefined where its file is sound and nothing was refused. */
export async function pictureProblem(
  sha256: string,
  source: Pick<AssetSource, 'state' | 'thumbsFolder'>,
): Promise<AppError | undefined> {
  const state = await source.state(sha256);
  if (state !== 'sound') return new AppError(state === 'missing' ? 'file_missing' : 'file_damaged');
  return (await wasRefused(sha256, source)) ? new AppError('picture_unsafe') : undefined;
}

async function answer(request: AssetRequest, source: AssetSource): Promise<Response> {
  const path = source.pathOf(request.sha256);
  switch (request.kind) {
    case 'file':
      return storedPicture(request.sha256, source);
    case 'thumb':
      return picture(await cachedThumbnail(request.sha256, request.width, source), 'image/png');
    case 'page':
      return picture(await source.page(path, request.page, request.width), 'image/png');
    default:
      return assertNever(request);
  }
}

/** The picture as the window may have it: the file itself where it costs little to paint, else one of fewer pixels. */
async function storedPicture(sha256: string, source: AssetSource): Promise<Response> {
  const path = source.pathOf(sha256);
  const { head, size } = await headOf(path);
  const kind = sniff(head);
  // a PDF in the window would start Chromium's viewer; pictures are all that is shown
  if (kind === undefined || !kind.mediaType.startsWith('image/')) return notFound();
  if (kind.format === 'svg') return drawing(sha256, source);
  if (!isShownAsItIs(kind, size)) return picture(await cachedThumbnail(sha256, SHOWN.side, source), 'image/png');
  return picture(await readFile(path), kind.mediaType);
}

/** A drawing goes to the window itself, for only that has letters for its text; not where its painting might not end. */
async function drawing(sha256: string, source: AssetSource): Promise<Response> {
  const bytes = await readFile(source.pathOf(sha256));
  if (isCheapSvg(bytes.toString('utf8'))) return picture(bytes, 'image/svg+xml');
  await refuse(sha256, source);
  throw new AppError('picture_unsafe');
}

async function headOf(path: string): Promise<{ head: Uint8Array; size: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES));
    const { bytesRead } = await file.read(head, 0, head.byteLength, 0);
    return { head: head.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

const refusalOf = (sha256: string, { thumbsFolder }: Pick<AssetSource, 'thumbsFolder'>): string =>
  join(thumbsFolder, `${sha256}.refused`);

async function wasRefused(sha256: string, source: Pick<AssetSource, 'thumbsFolder'>): Promise<boolean> {
  return stat(refusalOf(sha256, source)).then(
    () => true,
    () => false,
  );
}

async function refuse(sha256: string, source: AssetSource): Promise<void> {
  await keep(refusalOf(sha256, source), source.thumbsFolder, new Uint8Array()).catch(() => undefined);
}

/** What would not be painted, or took the worker down each time it was tried: not to be tried at every look. */
const REFUSALS: ReadonlySet<string> = new Set(['picture_unsafe', 'worker_failed']);

/** Thumbnails are made once: a library of large pictures would keep the worker busy at every look. */
async function cachedThumbnail(sha256: string, width: number, source: AssetSource): Promise<Uint8Array> {
  const file = thumbnailOf(sha256, width, source);
  const cached = await readFile(file).catch(() => undefined);
  if (cached) return cached;
  if (await wasRefused(sha256, source)) throw new AppError('picture_unsafe');
  const made = await source.thumbnail(source.pathOf(sha256), width).catch(async (error: unknown) => {
    if (error instanceof AppError && REFUSALS.has(error.code)) await refuse(sha256, source);
    throw error;
  });
  await keep(file, source.thumbsFolder, made).catch(() => undefined); // the disk is full: the picture is shown all the same
  return made;
}

async function keep(file: string, folder: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const temporary = `${file}.${randomUUID().slice(0, 8)}.part`;
  await writeFile(temporary, bytes);
  await rename(temporary, file);
}

function picture(body: Uint8Array, mediaType: string, keep = FOR_GOOD): Response {
  return new Response(body as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
      // an SVG from a server stays a picture, also where somebody opens it as a page: no scripts, no requests
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': keep,
    },
  });
}

// not for good: a file that is fetched again has the same address
const notFound = (): Response => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

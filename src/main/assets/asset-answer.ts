import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assertNever } from '../../shared/app-error';
import { parseAssetUrl, type AssetRequest } from './asset-url';
import { sniff } from './sniff';

/** Where pictures come from: the store of the mode that is shown, its folder for thumbnails, and the image worker. */
export interface AssetSource {
  pathOf(sha256: string): string;
  thumbsFolder: string;
  page(path: string, page: number, width: number): Promise<Uint8Array>;
  thumbnail(path: string, width: number): Promise<Uint8Array>;
}

/** The address is the content's sum: it can never mean another picture. */
const FOR_GOOD = 'private, max-age=31536000, immutable';
/** Enough for `sniff` to know the type; sizes do not matter here. */
const HEAD_BYTES = 16_384;

/** The answer to a request for a picture: 404 for whatever is not a stored picture or a page of a stored PDF. */
export async function answerAsset(address: string, source: AssetSource): Promise<Response> {
  const request = parseAssetUrl(address);
  if (!request) return notFound();
  try {
    return await answer(request, source);
  } catch {
    // a page that cannot be painted shows as a missing picture; the form tells why with the file's own error
    return notFound();
  }
}

async function answer(request: AssetRequest, source: AssetSource): Promise<Response> {
  const path = source.pathOf(request.sha256);
  switch (request.kind) {
    case 'file':
      return storedPicture(path);
    case 'thumb':
      return picture(await cachedThumbnail(request.sha256, request.width, source), 'image/png');
    case 'page':
      return picture(await source.page(path, request.page, request.width), 'image/png');
    default:
      return assertNever(request);
  }
}

async function storedPicture(path: string): Promise<Response> {
  const mediaType = sniff(await headOf(path))?.mediaType;
  // a PDF in the window would start Chromium's viewer; pictures are all that is shown
  if (mediaType === undefined || !mediaType.startsWith('image/')) return notFound();
  return picture(await readFile(path), mediaType);
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Thumbnails are made once: a library of large pictures would keep the worker busy at every look. */
async function cachedThumbnail(sha256: string, width: number, source: AssetSource): Promise<Uint8Array> {
  const file = join(source.thumbsFolder, `${sha256}-${width}.png`);
  const cached = await readFile(file).catch(() => undefined);
  if (cached) return cached;
  const made = await source.thumbnail(source.pathOf(sha256), width);
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

const notFound = (): Response => new Response(null, { status: 404 });

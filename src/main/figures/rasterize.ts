import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/app-error';
import { sniff } from '../assets/sniff';
import { isCheapSvg } from '../assets/svg-cost';
import { LIMITS } from './pixels/limits';
import { loadSharp, type Sharp } from './sharp-loader';

/** Refuses drawings that unpack into more than 400 MB: a small file can claim any size. */
const MAX_PIXELS = 100_000_000;
/** Pixels of a thumbnail of a tall picture, whose width is what counts in lists. */
const TALLEST = 4096;

/**
 * Draws an SVG as PNG, `width` pixels wide. Text in the SVG must already be paths: the WebAssembly build that
 * runs on Linux has no fonts.
 */
export async function rasterize(svg: string, width: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return ownBytes(await sharp(Buffer.from(svg), { limitInputPixels: MAX_PIXELS }).resize({ width }).png().toBuffer());
}

/**
 * A stored picture as PNG, at most `width` pixels wide and hardly higher. Never larger than the picture itself. Throws
 * picture_unsafe for a drawing whose painting might not end, and for one with more pixels than are ever unpacked.
 */
export async function thumbnail(path: string, width: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const bytes = await readFile(path);
  const picture = await opened(sharp, bytes);
  // row by row: the whole picture need not lie in memory
  const height = Math.max(width, Math.min(3 * width, TALLEST));
  const small = picture.rotate().resize({ width, height, fit: 'inside', withoutEnlargement: true });
  return ownBytes(await small.png().toBuffer());
}

async function opened(sharp: Sharp, bytes: Buffer) {
  const kind = sniff(bytes);
  if (kind?.format === 'svg' && !isCheapSvg(bytes.toString('utf8'))) throw new AppError('picture_unsafe');
  const limit = kind?.format === 'svg' ? MAX_PIXELS : LIMITS.pixels;
  if ((kind?.width ?? 0) * (kind?.height ?? 0) > limit) throw new AppError('picture_unsafe');
  return sharp(bytes, { limitInputPixels: limit, sequentialRead: true });
}

/** Reads a picture to its end. Throws image_damaged where that fails; one that is too large to be read passes. */
export async function decode(path: string): Promise<null> {
  const sharp = await loadSharp();
  const options = { limitInputPixels: LIMITS.pixels, sequentialRead: true, failOn: 'error' } as const;
  try {
    await sharp(path, options).resize({ width: 16, height: 16, fit: 'inside' }).raw().toBuffer();
  } catch (error) {
    if (/pixel limit/i.test(String(error))) return null;
    throw new AppError('image_damaged', {}, { cause: error });
  }
  return null;
}

/** The WebAssembly build answers with a view of memory shared with its threads, which no message may carry. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

import { loadSharp } from './sharp-loader';

/** Refuses pictures that unpack into more than 400 MB: a small file can claim any size. */
const MAX_PIXELS = 100_000_000;

/**
 * Draws an SVG as PNG, `width` pixels wide. Text in the SVG must already be paths: the WebAssembly build that
 * runs on Linux has no fonts.
 */
export async function rasterize(svg: string, width: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  return ownBytes(await sharp(Buffer.from(svg), { limitInputPixels: MAX_PIXELS }).resize({ width }).png().toBuffer());
}

/** A stored picture as PNG, at most `width` pixels wide. Never larger than the picture itself. */
export async function thumbnail(path: string, width: number): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const picture = sharp(path, { limitInputPixels: MAX_PIXELS });
  return ownBytes(await picture.rotate().resize({ width, withoutEnlargement: true }).png().toBuffer());
}

/** The WebAssembly build answers with a view of memory shared with its threads, which no message may carry. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

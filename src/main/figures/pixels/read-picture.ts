import { readFile, stat } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import type { Pixels } from '../../../shared/page';
import { isCheapSvg } from '../../assets/svg-cost';
import { loadSharp } from '../sharp-loader';
import { LIMITS } from './limits';
import { pictureError } from './picture-error';
import { externalReference } from './svg-safety';
import { smallestSvgText } from './svg-text-size';

export type PictureFormat = 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'svg' | 'avif';
const FORMATS: ReadonlySet<string> = new Set<PictureFormat>(['png', 'jpeg', 'webp', 'gif', 'tiff', 'svg', 'avif']);

/** What a file says of itself, before it is unpacked. */
export interface PictureHeader {
  width: number;
  height: number;
  format: PictureFormat;
  colour: 'rgb' | 'grey' | 'cmyk';
  bits: 8 | 16;
  hasAlpha: boolean;
  /** Grey of 16 bits and no alpha, which the server clips to its lowest 256 steps: nearly white. */
  clippedGrey: boolean;
  /** Turned as its camera meant it, which only journals' figures heed. */
  upright: { width: number; height: number };
  /** A JPEG in RGB or grey, upright, without a colour profile: it can be handed on as it is. */
  plainJpeg: boolean;
  /** Height in pixels of the smallest letters, where the file has letters and not only pixels. */
  smallestText: number | null;
  /** An SVG with text that is not outlines: the WebAssembly build draws none of it. */
  hasLiveText: boolean;
}

export interface Picture {
  header: PictureHeader;
  /** The file as it is. */
  bytes: Buffer;
  /** As the server reads it: alpha dropped, not blended; colour profile and camera's orientation ignored. */
  pixels(): Promise<Pixels>;
  /** As it is meant: upright, in sRGB, on white; an SVG drawn to this width. */
  uprightPixels(width: number): Promise<Pixels>;
}

const OPTIONS = { limitInputPixels: LIMITS.pixels, ignoreIcc: true, failOn: 'error' } as const;

/**
 * Opens a picture. The file is read whole: an SVG that is given as bytes has no folder to load its neighbours from.
 * Throws AppError: file_missing, file_empty, file_too_large, image_unsupported, image_damaged, image_too_large,
 * svg_external, picture_unsafe.
 */
export async function openPicture(path: string): Promise<Picture> {
  const bytes = await readBytes(path);
  const markup = /^\s*</.test(bytes.toString('utf8', 0, 64).replace(/^\ufeff/, '')) ? bytes.toString('utf8') : '';
  const outside = externalReference(markup);
  if (outside !== undefined) throw pictureError.outside(path, outside);
  if (markup !== '' && !isCheapSvg(markup)) throw pictureError.unsafe(path);
  const sharp = await loadSharp();
  const metadata = await sharp(bytes, { ...OPTIONS, limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw /unsupported image format/i.test(String(error))
        ? pictureError.unsupported(path, error)
        : pictureError.damaged(path, error);
    });
  const header = headerOf(path, metadata, markup);
  const orDamaged = async (decoding: Promise<Pixels>): Promise<Pixels> => {
    try {
      return await decoding;
    } catch (error) {
      throw pictureError.damaged(path, error);
    }
  };
  return {
    header,
    bytes,
    pixels: () => orDamaged(decode(sharp(bytes, OPTIONS), header)),
    uprightPixels(width) {
      const density = header.format === 'svg' ? { density: densityFor(header, width) } : {};
      return orDamaged(decodeUpright(sharp(bytes, { ...OPTIONS, ...density, ignoreIcc: false })));
    },
  };
}

async function readBytes(path: string): Promise<Buffer> {
  const file = await stat(path).catch((error: unknown) => {
    throw pictureError.missing(path, error);
  });
  if (!file.isFile()) throw pictureError.unsupported(path);
  const { size } = file;
  if (size === 0) throw pictureError.empty(path);
  if (size > LIMITS.fileBytes) throw pictureError.bytes(path, size);
  return readFile(path).catch((error: unknown) => {
    throw pictureError.missing(path, error);
  });
}

function headerOf(path: string, metadata: Metadata, svg: string): PictureHeader {
  const { width, height, space, depth, hasAlpha } = metadata;
  const format = metadata.format === 'heif' ? 'avif' : metadata.format;
  if (!FORMATS.has(format)) throw pictureError.unsupported(path);
  if (width * height > LIMITS.pixels) throw pictureError.pixels(path, width, height);
  const grey = space === 'b-w' || space === 'grey16';
  return {
    ...{ width, height, hasAlpha, format: format as PictureFormat },
    colour: space === 'cmyk' ? 'cmyk' : grey ? 'grey' : 'rgb',
    bits: depth === 'ushort' ? 16 : 8,
    upright: { width: metadata.autoOrient.width, height: metadata.autoOrient.height },
    plainJpeg: format === 'jpeg' && space !== 'cmyk' && (metadata.orientation ?? 1) === 1 && !metadata.hasProfile,
    smallestText: smallestSvgText(svg, width),
    clippedGrey: grey && depth === 'ushort' && !hasAlpha,
    hasLiveText: /<text[\s>]/i.test(svg),
  };
}

type Pipeline = ReturnType<Awaited<ReturnType<typeof loadSharp>>>;

async function decode(pipeline: Pipeline, { width, height, colour, clippedGrey }: PictureHeader): Promise<Pixels> {
  if (clippedGrey) {
    const words = await pipeline.toColourspace('grey16').raw({ depth: 'ushort' }).toBuffer();
    const view = new Uint16Array(words.buffer, words.byteOffset, width * height);
    const data = new Uint8Array(width * height * 3);
    for (let index = 0; index < view.length; index += 1)
      data.fill(Math.min(view[index] ?? 0, 255), index * 3, index * 3 + 3);
    return { width, height, data };
  }
  if (colour === 'cmyk') {
    const inks = await pipeline.pipelineColourspace('cmyk').toColourspace('cmyk').raw().toBuffer();
    return { width, height, data: withoutInk(inks, width * height) };
  }
  const { data, info } = await pipeline.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { width, height, data };
  throw new Error(`${info.channels} channels`);
}

/** Four inks to RGB without a profile, as the server does: each ink takes its share of what black leaves. */
function withoutInk(inks: Uint8Array, pixels: number): Uint8Array {
  const data = new Uint8Array(pixels * 3);
  for (let index = 0; index < pixels; index += 1) {
    const left = 255 - (inks[index * 4 + 3] ?? 0);
    for (let ink = 0; ink < 3; ink += 1) {
      const product = (inks[index * 4 + ink] ?? 0) * left + 128;
      data[index * 3 + ink] = Math.max(0, left - ((product + (product >> 8)) >> 8));
    }
  }
  return data;
}

/** Dots an inch at which an SVG comes out so wide; 72 is its own size. Never so many that it passes the limit. */
function densityFor({ width, height }: PictureHeader, wanted: number): number {
  const most = Math.sqrt(LIMITS.pagePixels / (width * height));
  return Math.min(100_000, Math.max(1, 72 * Math.min(most, wanted / width)));
}

async function decodeUpright(pipeline: Pipeline): Promise<Pixels> {
  const { data, info } = await pipeline
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { width: info.width, height: info.height, data };
  throw new Error(`${info.channels} channels`);
}

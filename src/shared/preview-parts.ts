import { z } from 'zod';
import type { Layer, Mask, Pixels } from './page';

/**
 * A drawn page on its way to the window. Megabytes take longer between processes than drawing does, so a picture that
 * the window has is only named, and the letters of the page travel as one piece.
 */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

export const previewPartsSchema = z.object({
  layers: z.array(
    z.object({
      picture: z.object({ key: z.string(), x: z.number(), y: z.number() }).nullable(),
      /** Left, top, width, height of each mask, one behind the other. */
      masks: z.array(z.number()),
    }),
  ),
  /** The coverage of all masks, in order. */
  ink: bytes,
  /** R, G, B of those that the window does not have. */
  pictures: z.array(z.object({ key: z.string(), width: z.number(), height: z.number(), data: bytes })),
});
type PreviewParts = z.infer<typeof previewPartsSchema>;

/** `keys` name the pictures, one for each layer: what has the same name has the same pixels. */
export function toParts(layers: readonly Layer[], keys: readonly string[], have: readonly string[]): PreviewParts {
  const known = new Set(have);
  const pictures: PreviewParts['pictures'] = [];
  const named = layers.map(({ picture, masks }, index) => {
    const key = keys[index] ?? '';
    if (picture && !known.has(key)) {
      const { width, height, data } = picture.pixels;
      pictures.push({ key, width, height, data });
      known.add(key);
    }
    return {
      picture: picture && { key, x: picture.x, y: picture.y },
      masks: masks.flatMap(({ left, top, width, height }) => [left, top, width, height]),
    };
  });
  const pieces = layers.flatMap(({ masks }) => masks.map(({ data }) => data));
  const ink = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    ink.set(piece, at);
    at += piece.byteLength;
  }
  return { layers: named, ink, pictures };
}

/** Undefined where a picture is missing that the parts only name. */
export function toLayers({ layers, ink }: PreviewParts, pictures: ReadonlyMap<string, Pixels>): Layer[] | undefined {
  let at = 0;
  const whole: Layer[] = [];
  for (const { picture, masks } of layers) {
    const pixels = picture && pictures.get(picture.key);
    if (pixels === undefined) return undefined;
    const cut: Mask[] = [];
    for (let index = 0; index < masks.length; index += 4) {
      const [left = 0, top = 0, width = 0, height = 0] = masks.slice(index, index + 4);
      cut.push({ left, top, width, height, data: ink.subarray(at, at + width * height) });
      at += width * height;
    }
    whole.push({ picture: picture && pixels && { pixels, x: picture.x, y: picture.y }, masks: cut });
  }
  return whole;
}

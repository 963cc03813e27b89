import type { Pixels } from '../../../shared/page';
import { loadSharp } from '../sharp-loader';

/** Lanczos-3 to exactly this size, which the caller never chooses larger than the picture. */
export async function scalePixels(
  { width, height, data }: Pixels,
  to: { width: number; height: number },
): Promise<Pixels> {
  if (width === to.width && height === to.height) return { width, height, data };
  const sharp = await loadSharp();
  // from raw pixels, never in one pipeline with decoding: shrinking while loading gives other pixels
  const scaled = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .resize({ ...to, fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer();
  return { ...to, data: scaled };
}

import type { Pixels } from '../../../shared/page';
import { loadSharp } from '../sharp-loader';

/** The page as PNG. */
export async function pageAsPng({ width, height, data }: Pixels): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const png = await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .png({ compressionLevel: 6 })
    .toBuffer();
  // the WebAssembly build answers with a view of memory shared with its threads, which no message may carry
  return new Uint8Array(png);
}

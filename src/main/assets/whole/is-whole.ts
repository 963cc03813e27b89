import type { FileHandle } from 'node:fs/promises';
import { assertNever } from '../../../shared/app-error';
import type { Kind } from '../sniff';
import { fileBytes } from './file-bytes';
import { gifIsWhole, jpegIsWhole, pngIsWhole, webpIsWhole } from './raster-ends';
import { pdfIsWhole, svgIsWhole } from './text-ends';

const RASTERS: ReadonlySet<Kind['format']> = new Set(['png', 'jpeg', 'webp', 'gif']);

/**
 * Whether a file is there up to its own end. A download that was cut short begins like the whole one, and many
 * servers and proxies end the answer as if that were all. Without a size, or with one of no pixels, there is nothing
 * to look at. Whether it can be painted is for a decoder to say.
 */
export async function isWhole(
  file: Pick<FileHandle, 'read'>,
  size: number,
  { format, width, height }: Pick<Kind, 'format' | 'width' | 'height'>,
): Promise<boolean> {
  if (RASTERS.has(format) && !((width ?? 0) > 0 && (height ?? 0) > 0)) return false;
  const bytes = fileBytes(file, size);
  switch (format) {
    case 'png':
      return pngIsWhole(bytes);
    case 'jpeg':
      return jpegIsWhole(bytes);
    case 'webp':
      return webpIsWhole(bytes);
    case 'gif':
      return gifIsWhole(bytes);
    case 'pdf':
      return pdfIsWhole(bytes);
    case 'svg':
      return svgIsWhole(bytes);
    case 'json':
      return true;
    default:
      return assertNever(format);
  }
}

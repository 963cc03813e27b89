import type { PDFDocument, PDFRef } from 'pdf-lib';
import type { Pixels } from '../../../shared/page';
import { loadSharp } from '../sharp-loader';

/** Pixels as a picture of the document, packed without loss, row filters included. */
export async function embedPixels(
  document: PDFDocument,
  { width, height, data }: Pixels,
  grey: boolean,
): Promise<PDFRef> {
  const sharp = await loadSharp();
  const page = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
  const png = await page
    .toColourspace(grey ? 'b-w' : 'srgb')
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer();
  const { context } = document;
  return context.register(
    // a PNG's rows are what PDF calls predictor 15: they go over as they are
    context.stream(pngRows(png), {
      ...{
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: 8,
        Filter: 'FlateDecode',
      },
      ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB',
      DecodeParms: { Predictor: 15, Colors: grey ? 1 : 3, BitsPerComponent: 8, Columns: width },
    }),
  );
}

/** A JPEG as it is: packing it again would cost quality. */
export function embedJpeg(
  document: PDFDocument,
  bytes: Uint8Array,
  size: { width: number; height: number },
  grey: boolean,
) {
  const { context } = document;
  return context.register(
    context.stream(bytes, {
      ...{ Type: 'XObject', Subtype: 'Image', Width: size.width, Height: size.height, BitsPerComponent: 8 },
      ...{ Filter: 'DCTDecode', ColorSpace: grey ? 'DeviceGray' : 'DeviceRGB' },
    }),
  );
}

function pngRows(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= png.byteLength; at += 12 + view.getUint32(at)) {
    const isData = view.getUint32(at + 4) === 0x49444154;
    if (isData) parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return Buffer.concat(parts);
}

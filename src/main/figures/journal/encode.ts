import type { ExportSettings } from '../../../shared/export-settings';
import type { Pixels } from '../../../shared/page';
import { loadSharp } from '../sharp-loader';

/** Quality at which JPEG and WebP are hardly told from the original. */
const QUALITY = 95;

/** The page as a file of pixels that knows its resolution. PDF is made elsewhere. */
export async function encodePage(
  { width, height, data }: Pixels,
  {
    format,
    dpi,
    colour,
    altText,
  }: Omit<ExportSettings, 'format'> & { format: Exclude<ExportSettings['format'], 'pdf'> },
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const page = sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false });
  const coloured = (() => {
    switch (colour) {
      case 'rgb':
        return page.toColourspace('srgb').withIccProfile('srgb');
      case 'grey':
        return page.toColourspace('b-w');
      case 'cmyk':
        return page.toColourspace('cmyk').withIccProfile('cmyk');
    }
  })().withDensity(dpi);
  if (altText !== '') coloured.withXmp(descriptionXmp(altText));
  const written = (() => {
    switch (format) {
      case 'png':
        return coloured.png({ compressionLevel: 9 });
      case 'jpeg':
        return coloured.jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' });
      case 'webp':
        return coloured.webp({ quality: QUALITY });
      case 'tiff':
        // dots for each millimetre; the file says inches
        return coloured.tiff({
          compression: 'lzw',
          predictor: 'horizontal',
          resolutionUnit: 'inch',
          xres: dpi / 25.4,
          yres: dpi / 25.4,
        });
    }
  })();
  return new Uint8Array(await written.toBuffer());
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The description as XMP, which takes any script; readers and editors show it as the picture's description. */
function descriptionXmp(text: string): string {
  const safe = text
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ');
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${safe}</rdf:li></rdf:Alt></dc:description>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
  ].join('');
}

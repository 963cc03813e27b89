import { createHash } from 'node:crypto';

/** The smallest PNG header that tells a size; `salt` makes pictures differ. Not paintable. */
export function pngBytes(width = 640, height = 400, salt = ''): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return Buffer.concat([header, Buffer.from(salt)]);
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A one-page PDF as far as its header is looked at. */
export const pdfBytes = (text = ''): Buffer => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);

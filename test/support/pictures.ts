import { createHash } from 'node:crypto';

const chunk = (kind: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(kind, 'latin1'), data, Buffer.alloc(4)]);
};

/** A PNG as far as its chunks are looked at; `salt` makes pictures differ. Not paintable. */
export function pngBytes(width = 640, height = 400, salt = ''): Buffer {
  const header = Buffer.alloc(33);
  header.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  return Buffer.concat([header, chunk('IDAT', Buffer.from(salt)), chunk('IEND', Buffer.alloc(0))]);
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A one-page PDF as far as its header is looked at. */
export const pdfBytes = (text = ''): Buffer => Buffer.from(`%PDF-1.4\n${text}\n%%EOF\n`);

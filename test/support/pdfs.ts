import { createCipheriv } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makePdf } from './make-pdf';

/** Files that people drop, good and bad. */
export const emptyFile = Buffer.alloc(0);
export const notAPdf = Buffer.from('Dear editor, the figure is attached as a PDF, I believe.\n');

export const pdfOfPages = (count: number): Promise<Buffer> =>
  makePdf(Array.from({ length: count }, (_, index) => ({ text: `Page ${index + 1} of ${count}` })));

export const encryptedPdf = (): Promise<Buffer> => makePdf([{ text: 'Nobody may read this' }], 'plantain');

/** Begins well, ends in the middle: no page tree to be found from its end. */
export const truncatedPdf = async (): Promise<Buffer> => {
  const whole = await pdfOfPages(4);
  return whole.subarray(0, Math.floor(whole.byteLength / 2));
};

const BLOCK = 1_000_000;

/** A valid PDF of at least `bytes` bytes and `pages` pages: the weight is streams of noise, which nothing compresses. */
function* bigPdf(bytes: number, pages: number): Generator<Buffer> {
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16));
  const zeros = Buffer.alloc(BLOCK);
  const offsets: number[] = [];
  let written = 0;
  const out = (part: Buffer): Buffer => {
    written += part.byteLength;
    return part;
  };
  const object = (body: string): Buffer => {
    offsets.push(written);
    return out(Buffer.from(`${offsets.length} 0 obj\n${body}\nendobj\n`));
  };
  yield out(Buffer.from('%PDF-1.4\n%\u00e2\u00e3\n', 'latin1'));
  yield object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  yield object(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`);
  for (let page = 0; page < pages; page++)
    yield object('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Resources << >> >>');
  while (written < bytes) {
    offsets.push(written);
    yield out(Buffer.from(`${offsets.length} 0 obj\n<< /Type /EmbeddedFile /Length ${BLOCK} >>\nstream\n`));
    yield out(noise.update(zeros));
    yield out(Buffer.from('\nendstream\nendobj\n'));
  }
  const start = written;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = offsets.length + 1;
  yield Buffer.from(
    `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
  );
}

/** Writes it block by block. */
export async function writeBigPdf(path: string, bytes: number, pages = 3): Promise<void> {
  await pipeline(Readable.from(bigPdf(bytes, pages)), createWriteStream(path));
}

import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readPdf } from '../../../mocks/pdf-pages';
import { emptyFile, encryptedPdf, notAPdf, pdfOfPages, truncatedPdf } from '../../support/pdfs';

it.each([1, 3, 40])('counts the %d pages of a PDF', async (count) => {
  expect(await readPdf(await pdfOfPages(count))).toEqual({ kind: 'pdf', pageCount: count });
});

it('counts pages whose tree is packed into an object stream', async () => {
  const tree = '2 0 4 38 << /Type /Catalog /Pages 4 0 R >>     << /Type /Pages /Kids [5 0 R 6 0 R] /Count 2 >>';
  const packed = deflateSync(tree);
  const head = `%PDF-1.5\n3 0 obj\n<< /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length ${packed.byteLength} >>\nstream\n`;
  const pdf = Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n%%EOF')]);
  expect(await readPdf(pdf)).toEqual({ kind: 'pdf', pageCount: 2 });
});

it('is not misled by the count of an outline', async () => {
  const outline = Buffer.from('\n90 0 obj\n<< /Type /Outlines /Count 77 >>\nendobj\n');
  const pdf = await pdfOfPages(2);
  expect(await readPdf(Buffer.concat([pdf.subarray(0, 9), outline, pdf.subarray(9)]))).toEqual({
    kind: 'pdf',
    pageCount: 2,
  });
});

it('knows an encrypted PDF, something else, and nothing', async () => {
  expect(await readPdf(await encryptedPdf())).toEqual({ kind: 'encrypted' });
  expect(await readPdf(notAPdf)).toEqual({ kind: 'not_a_pdf' });
  expect(await readPdf(emptyFile)).toEqual({ kind: 'not_a_pdf' });
});

it('tells no count for a PDF that breaks off before its page tree', async () => {
  expect(await readPdf(await truncatedPdf())).toEqual({ kind: 'pdf', pageCount: null });
});

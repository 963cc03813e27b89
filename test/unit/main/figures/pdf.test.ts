import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { expect, it, vi } from 'vitest';
import { createPdfReader } from '../../../../src/main/figures/pdf';
import { loadPdfium } from '../../../../src/main/figures/pdfium';
import { makePdf, type PdfPage } from '../../../support/make-pdf';
import { temporaryFolder } from '../../../support/temporary-folder';

async function pdfFile(pages: readonly PdfPage[], password?: string): Promise<string> {
  const file = join(temporaryFolder(), 'paper.pdf');
  writeFileSync(file, await makePdf(pages, password));
  return file;
}

it('tells the number of pages and their sizes in points', async () => {
  const file = await pdfFile([{ size: [300, 400] }, { size: [595, 842] }]);
  expect(await createPdfReader().info(file)).toEqual({
    pages: 2,
    sizes: [
      [300, 400],
      [595, 842],
    ],
  });
});

it('paints a page as PNG of the asked width, with its height in proportion and its colours in order', async () => {
  const file = await pdfFile([{}, { size: [300, 400], colour: '#ff0000' }]);
  const png = decode(await createPdfReader().page(file, 2, 150));
  expect([png.width, png.height]).toEqual([150, 200]);
  const pixel = (x: number, y: number): number[] => [...png.data.slice((y * 150 + x) * 4, (y * 150 + x) * 4 + 4)];
  expect(pixel(10, 10)).toEqual([255, 0, 0, 255]);
  expect(pixel(140, 190)).toEqual([255, 255, 255, 255]);
});

it('reads the text of the pages named, in their order', async () => {
  const file = await pdfFile([{ text: 'first page' }, { text: 'second page' }, { text: 'third page' }]);
  const [third, first] = await createPdfReader().text(file, [3, 1]);
  expect(third).toContain('third page');
  expect(first).toContain('first page');
});

it('refuses a page beyond the end', async () => {
  const file = await pdfFile([{}]);
  await expect(createPdfReader().page(file, 2, 100)).rejects.toMatchObject({ code: 'not_found' });
});

it('says that a PDF is encrypted when it needs a password', async () => {
  const file = await pdfFile([{ text: 'secret' }], 'open sesame');
  await expect(createPdfReader().info(file)).rejects.toMatchObject({ code: 'pdf_encrypted' });
});

it('says that a PDF is damaged when its inside is gone, and when it is empty', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'cut.pdf'), '%PDF-1.7\nnothing that follows is a PDF');
  writeFileSync(join(folder, 'empty.pdf'), '');
  const reader = createPdfReader();
  await expect(reader.info(join(folder, 'cut.pdf'))).rejects.toMatchObject({ code: 'pdf_damaged' });
  await expect(reader.info(join(folder, 'empty.pdf'))).rejects.toMatchObject({ code: 'pdf_damaged' });
});

it('says that a file is missing when it is', async () => {
  await expect(createPdfReader().info('/nowhere/paper.pdf')).rejects.toMatchObject({ code: 'file_missing' });
});

it('keeps the last two documents open and closes the one before', async () => {
  const pdfium = await loadPdfium();
  const open = vi.spyOn(pdfium, 'open');
  const reader = createPdfReader(() => Promise.resolve(pdfium));
  const [one, two, three] = [await pdfFile([{}]), await pdfFile([{}, {}]), await pdfFile([{}, {}, {}])];
  for (const file of [one, two, one, three, one]) await reader.info(file);
  expect(open).toHaveBeenCalledTimes(3);
  await reader.info(two);
  expect(open).toHaveBeenCalledTimes(4);
});

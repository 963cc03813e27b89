import { expect, it } from 'vitest';
import { firstPdf } from '../../../../src/renderer/shell/dropped-pdf';

const file = (name: string, content: string, type = '') => ({
  name,
  type,
  slice: (from: number, to: number) => new Blob([content]).slice(from, to),
});

it('takes the first file that is named or typed as a PDF, even when its content is not', async () => {
  const files = [file('data.csv', 'a,b'), file('Paper.PDF', 'hello'), file('x', '', 'application/pdf')];
  expect(await firstPdf(files)).toBe(files[1]);
});

it('knows a PDF without the name by its beginning', async () => {
  const files = [file('download', '\n%PDF-1.7 …')];
  expect(await firstPdf(files)).toBe(files[0]);
});

it('finds none among other files', async () => {
  expect(await firstPdf([file('data.csv', 'a,b'), file('late', `${' '.repeat(2000)}%PDF-1.7`)])).toBeUndefined();
});

it('takes a folder for what it is', async () => {
  const folder = {
    name: 'papers',
    type: '',
    slice: () => ({ text: () => Promise.reject(new Error('NotFoundError')) }) as unknown as Blob,
  };
  expect(await firstPdf([folder])).toBeUndefined();
});

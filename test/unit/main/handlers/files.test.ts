import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { AppError } from '../../../../src/shared/app-error';
import { createFileStore } from '../../../../src/main/assets/store';
import { createFileIntake } from '../../../../src/main/file-intake';
import { fileHandlers } from '../../../../src/main/handlers/files';
import { temporaryFolder } from '../../../support/temporary-folder';

const PDF = '%PDF-1.7\nx';

function setUp({ maxBytes = 1000, samplePdf }: { maxBytes?: number; samplePdf?: string } = {}) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'paper.pdf'), PDF);
  const store = createFileStore(join(folder, 'files'));
  const files = async () => store;
  const chooseFiles = vi.fn<() => Promise<string[]>>();
  const run = vi.fn().mockResolvedValue({ pages: 1, sizes: [[1, 1]] });
  const handlers = fileHandlers({
    intake: createFileIntake({ files, maxBytes: () => maxBytes, render: { run } }),
    files,
    desktop: { chooseFiles },
    render: { run },
    samplePdf,
  });
  return { handlers, folder, store, chooseFiles, run, path: join(folder, 'paper.pdf') };
}

it('takes in a file by the path that the preload read, under the name the window gives it', async () => {
  const { handlers, store, path } = setUp();
  const ref = await handlers['file.import']({ name: '../dropped.pdf' }, path);
  expect(ref).toMatchObject({ name: 'dropped.pdf', bytes: PDF.length, mediaType: 'application/pdf' });
  expect(await store.has(ref.$file)).toBe(true);
});

it('takes in bytes where a drop had no path, and finds the same file', async () => {
  const { handlers, path } = setUp();
  const byPath = await handlers['file.import']({ name: 'a.pdf' }, path);
  const byBytes = await handlers['file.import']({ name: 'a.pdf', bytes: Buffer.from(PDF) }, undefined);
  expect(byBytes).toEqual(byPath);
});

it('says that a file is missing where neither came', async () => {
  await expect(setUp().handlers['file.import']({ name: 'a.pdf' }, undefined)).rejects.toMatchObject({
    code: 'file_missing',
  });
});

it('refuses what is no PDF and what is over the limit that is set', async () => {
  const bytes = Buffer.from('PK\x03\x04');
  const small = setUp({ maxBytes: 5 });
  await expect(setUp().handlers['file.import']({ name: 'a.pdf', bytes }, undefined)).rejects.toMatchObject({
    code: 'not_a_pdf',
  });
  await expect(small.handlers['file.import']({ name: 'a.pdf' }, small.path)).rejects.toMatchObject({
    code: 'file_too_large',
  });
});

it('refuses a PDF that nobody can read, but not because the worker died over it', async () => {
  const { handlers, run, path } = setUp();
  run.mockRejectedValueOnce(new AppError('pdf_encrypted'));
  await expect(handlers['file.import']({ name: 'a.pdf' }, path)).rejects.toMatchObject({ code: 'pdf_encrypted' });
  run.mockRejectedValueOnce(new AppError('worker_failed'));
  expect(await handlers['file.import']({ name: 'a.pdf' }, path)).toMatchObject({ name: 'a.pdf' });
});

it('takes in what the dialog gave, and nothing where it was closed', async () => {
  const { handlers, chooseFiles, path } = setUp();
  chooseFiles.mockResolvedValueOnce([path]);
  expect(await handlers['file.choose']({ kind: 'pdf' }, undefined)).toMatchObject([{ name: 'paper.pdf' }]);
  chooseFiles.mockResolvedValueOnce([]);
  expect(await handlers['file.choose']({ kind: 'pdf' }, undefined)).toEqual([]);
});

it('asks the worker about a stored file, never about a path from the window', async () => {
  const { handlers, store, run } = setUp();
  await handlers['pdf.info']({ sha256: 'a'.repeat(64) }, undefined);
  expect(run).toHaveBeenCalledWith({ kind: 'pdf-info', path: store.path('a'.repeat(64)) });
  await expect(handlers['pdf.info']({ sha256: '../../etc/passwd' }, undefined)).rejects.toMatchObject({
    code: 'file_missing',
  });
});

it('takes in several pictures without asking the worker, and refuses what is none', async () => {
  const { handlers, chooseFiles, run, path, folder } = setUp();
  const png = join(folder, 'sketch.png');
  writeFileSync(png, Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'));
  chooseFiles.mockResolvedValueOnce([png, png]);
  expect(await handlers['file.choose']({ kind: 'images' }, undefined)).toMatchObject([
    { name: 'sketch.png', mediaType: 'image/png' },
    { name: 'sketch.png' },
  ]);
  expect(run).not.toHaveBeenCalled();
  await expect(handlers['file.import']({ name: 'a.png', kind: 'images' }, path)).rejects.toMatchObject({
    code: 'not_an_image',
  });
});

it('reads a table as text, whatever its encoding', async () => {
  const { handlers } = setUp();
  const textOf = async (bytes: Buffer<ArrayBuffer>) => {
    const { $file } = await handlers['file.import']({ name: 'a.csv', bytes, kind: 'table' }, undefined);
    return handlers['file.text']({ sha256: $file }, undefined);
  };
  expect(await textOf(Buffer.from('\uFEFFa,é'))).toEqual({ text: 'a,é' });
  expect(await textOf(Buffer.from('\uFEFFa\té', 'utf16le'))).toEqual({ text: 'a\té' });
  expect(await textOf(Buffer.from([0xc4, 0xe3, 0xba, 0xc3]))).toEqual({ text: '你好' });
  await expect(textOf(Buffer.from([1, 0, 2, 0]))).rejects.toMatchObject({ code: 'not_text' });
});

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
  const choosePdf = vi.fn<() => Promise<string | undefined>>();
  const run = vi.fn().mockResolvedValue({ pages: 1, sizes: [[1, 1]] });
  const handlers = fileHandlers({
    intake: createFileIntake({ files, maxBytes: () => maxBytes, render: { run } }),
    files,
    desktop: { choosePdf },
    render: { run },
    samplePdf,
  });
  return { handlers, store, choosePdf, run, path: join(folder, 'paper.pdf') };
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
  const { handlers, choosePdf, path } = setUp();
  choosePdf.mockResolvedValueOnce(path);
  expect(await handlers['file.choose']({ kind: 'pdf' }, undefined)).toMatchObject({ name: 'paper.pdf' });
  choosePdf.mockResolvedValueOnce(undefined);
  expect(await handlers['file.choose']({ kind: 'pdf' }, undefined)).toBeNull();
});

it('asks the worker about a stored file, never about a path from the window', async () => {
  const { handlers, store, run } = setUp();
  await handlers['pdf.info']({ sha256: 'a'.repeat(64) }, undefined);
  expect(run).toHaveBeenCalledWith({ kind: 'pdf-info', path: store.path('a'.repeat(64)) });
  await expect(handlers['pdf.info']({ sha256: '../../etc/passwd' }, undefined)).rejects.toMatchObject({
    code: 'file_missing',
  });
});

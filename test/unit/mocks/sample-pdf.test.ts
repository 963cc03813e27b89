import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readPdf } from '../../../mocks/pdf-pages';
import { RESOURCES } from '../../support/mock-world';

const sample = await readFile(join(RESOURCES, 'sample', 'sparse-routing.pdf'));

it('is a PDF of eight pages under 300 kB', async () => {
  expect(await readPdf(sample)).toEqual({ kind: 'pdf', pageCount: 8 });
  expect(sample.byteLength).toBeLessThan(300_000);
});

it('is what its script makes, byte for byte', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plantain-sample-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, 'again.pdf');
  execFileSync(process.execPath, [resolve(RESOURCES, '../scripts/make-sample-pdf.mjs'), path]);
  expect((await readFile(path)).equals(sample)).toBe(true);
});

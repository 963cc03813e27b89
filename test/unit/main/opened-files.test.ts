import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pdfAmong } from '../../../src/main/opened-files';
import { temporaryFolder } from '../../support/temporary-folder';

it('finds the PDF that a command line names, relative to where it was typed', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'Paper.PDF'), '%PDF-1.7');
  expect(pdfAmong(['.', '--demo', 'Paper.PDF'], folder)).toBe(join(folder, 'Paper.PDF'));
  expect(pdfAmong([join(folder, 'Paper.PDF')], '/')).toBe(join(folder, 'Paper.PDF'));
});

it('finds nothing in flags, other files, folders and what is not there', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'folder.pdf'));
  writeFileSync(join(folder, 'notes.txt'), 'x');
  expect(pdfAmong(['--input=x.pdf', 'notes.txt', 'folder.pdf', 'missing.pdf'], folder)).toBeUndefined();
});

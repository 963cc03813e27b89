import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findResources } from '../../../src/main/resources';
import { temporaryFolder } from '../../support/temporary-folder';

it('finds the sample paper', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'resources/sample'), { recursive: true });
  writeFileSync(join(folder, 'resources/sample/README.txt'), '');
  writeFileSync(join(folder, 'resources/sample/paper.pdf'), '%PDF-1.7');
  expect(findResources(folder)).toEqual({
    folder: join(folder, 'resources'),
    samplePdf: join(folder, 'resources/sample/paper.pdf'),
  });
});

it('does without a sample', () => {
  expect(findResources('/nowhere').samplePdf).toBeUndefined();
});

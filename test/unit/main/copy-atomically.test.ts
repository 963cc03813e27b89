import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyAtomically } from '../../../src/main/copy-atomically';
import { temporaryFolder } from '../../support/temporary-folder';

it('copies over an older file and leaves nothing else behind', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'source'), 'new');
  writeFileSync(join(folder, 'target.png'), 'old');
  await copyAtomically(join(folder, 'source'), join(folder, 'target.png'));
  expect(readFileSync(join(folder, 'target.png'), 'utf8')).toBe('new');
  expect(readdirSync(folder).sort()).toEqual(['source', 'target.png']);
});

it('keeps the older file when the copy fails', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'target.png'), 'old');
  await expect(copyAtomically(join(folder, 'missing'), join(folder, 'target.png'))).rejects.toThrow('ENOENT');
  expect(readFileSync(join(folder, 'target.png'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['target.png']);
});

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

it.skipIf(process.platform === 'win32')('gives the copy the permissions of any new file', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'source'), 'private', { mode: 0o600 });
  writeFileSync(join(folder, 'any new file'), '');
  await copyAtomically(join(folder, 'source'), join(folder, 'copy'));
  expect(statSync(join(folder, 'copy')).mode).toBe(statSync(join(folder, 'any new file')).mode);
});

it('keeps the older file when the copy fails', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'target.png'), 'old');
  await expect(copyAtomically(join(folder, 'missing'), join(folder, 'target.png'))).rejects.toThrow('ENOENT');
  expect(readFileSync(join(folder, 'target.png'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['target.png']);
});

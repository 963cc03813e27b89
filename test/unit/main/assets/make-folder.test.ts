import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeFolder, refusalOf } from '../../../../src/main/assets/make-folder';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'plantain-folder-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

it('makes a folder with those above it, for its owner alone, and leaves one that is there as it is', async () => {
  const path = join(root, 'a', 'b');
  makeFolder(path);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o700);
  await mkdir(join(root, 'open'), { mode: 0o755 });
  makeFolder(join(root, 'open'));
  if (process.platform !== 'win32') expect((await stat(join(root, 'open'))).mode & 0o777).toBe(0o755);
  expect(refusalOf(path)).toBeUndefined();
});

it('says what the system says where a file stands in the way', async () => {
  await writeFile(join(root, 'file'), '');
  expect(refusalOf(join(root, 'file', 'data'))).toBe('ENOTDIR');
});

it.runIf(process.platform === 'linux')('ends where the system refuses a folder below one that is there', () => {
  expect(refusalOf('/proc/plantain/Plantain')).toBe('ENOENT');
});

it.runIf(process.platform !== 'win32')(
  'says that a folder is read-only to everybody but root, to whom it is not',
  async () => {
    const path = join(root, 'read-only');
    await mkdir(path);
    await chmod(path, 0o500);
    expect(refusalOf(path)).toBe(process.getuid?.() === 0 ? undefined : 'EACCES');
  },
);

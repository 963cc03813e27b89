import { readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { copyAtomically } from '../../src/main/copy-atomically';
import { asSaveError } from '../../src/main/save-error';
import { CATALOGUES } from '../../src/shared/i18n/catalogue';
import { JOURNAL_DEFAULTS } from '../../src/shared/journal-layout';
import { PNG } from '../e2e/png';
import { awkwardPaths, openIpc } from '../support/ipc-world';
import { temporaryFolder } from '../support/temporary-folder';

const errno = (code: string): Error => Object.assign(new Error(`${code}: no`), { code });

it.each([
  ['EACCES', 'save_forbidden'],
  ['EPERM', 'save_forbidden'],
  ['EROFS', 'save_forbidden'],
  ['EBUSY', 'save_forbidden'],
  ['ENOENT', 'save_no_folder'],
  ['ENOTDIR', 'save_no_folder'],
  ['ELOOP', 'save_no_folder'],
  ['EISDIR', 'save_bad_name'],
  ['ENAMETOOLONG', 'save_bad_name'],
  ['EINVAL', 'save_bad_name'],
  ['ENOSPC', 'save_no_room'],
  ['EDQUOT', 'save_no_room'],
  ['EFBIG', 'save_no_room'],
] as const)('%s is told as %s, with file and folder, in both languages', (code, told) => {
  const params = { name: 'figure.png', folder: '/media/stick' };
  expect(asSaveError(errno(code), '/media/stick/figure.png').data).toMatchObject({ code: told, spent: 'no', params });
  for (const { errors } of Object.values(CATALOGUES)) {
    expect(errors[told].happened).toContain('{{name}}');
    expect(errors[told].happened).toContain('{{folder}}');
    expect(errors[told].next).not.toBe('');
  }
});

it('keeps the word for a trouble that is nobody’s choice', () => {
  expect(asSaveError(errno('EIO'), '/a/b.png').data).toMatchObject({ code: 'disk_error', detail: 'EIO' });
});

/** What the real file system says to places that people do choose. */
const REFUSED = {
  noFolder: 'save_no_folder',
  fileAsFolder: 'save_no_folder',
  isFolder: 'save_bad_name',
  loop: 'save_no_folder',
  longName: 'save_bad_name',
  longPath: 'save_bad_name',
  notWritable: /^save_(?:forbidden|no_folder)$/,
  nul: 'save_bad_name',
} as const;

it.each(Object.entries(REFUSED))(
  'saves no picture and no figure into a place like %s, and says why',
  async (which, code) => {
    let target = '';
    const world = await openIpc({ desktop: { chooseSaveTarget: async () => target } });
    target = awkwardPaths(world.folder)[which as keyof typeof REFUSED];
    const asset = await world.services.files.importBytes(PNG, { name: 'a.png', maxBytes: 1e6, accept: 'image' });
    const error = {
      code: typeof code === 'string' ? code : (expect.stringMatching(code) as unknown),
      params: { name: basename(target), folder: dirname(target) },
    };
    expect(await world.dispatch('asset.saveAs', { sha256: asset.$file, title: 'A' }, undefined)).toMatchObject({
      error,
    });
    const figure = { ...JOURNAL_DEFAULTS, panels: [asset.$file] };
    const output = { format: 'png', dpi: 72, colour: 'rgb', upsample: true, altText: '' };
    const request = { figure, output, run: 'r', name: 'A' };
    expect(await world.dispatch('figure.export', request, undefined)).toMatchObject({ error });
  },
);

it('writes a name as long as the disk allows', async () => {
  const folder = temporaryFolder();
  const source = join(folder, 'source');
  writeFileSync(source, 'whole');
  const longest = `${'x'.repeat(251)}.png`;
  await copyAtomically(source, join(folder, longest));
  expect(readdirSync(folder).sort()).toEqual(['source', longest].sort());
});

it('names a file that is there and can’t be read', async () => {
  const { dispatch, folder } = await openIpc();
  const { loop } = awkwardPaths(folder);
  expect(await dispatch('file.import', { name: 'paper.pdf', kind: 'pdf' }, loop)).toMatchObject({
    error: { code: 'file_unreadable', params: { name: 'paper.pdf' } },
  });
});

import { expect, it } from 'vitest';
import { sortDropped } from '../../../../src/renderer/shell/dropped-files';

const file = (name: string, type = '', content = '') => Object.assign(new Blob([content], { type }), { name });
const sorted = async (...files: ReturnType<typeof file>[]) => {
  const dropped = await sortDropped(files);
  return dropped.kind === 'unknown'
    ? dropped
    : { kind: dropped.kind, names: dropped.files.map(({ name }) => name), left: dropped.left };
};

it('takes a PDF before all else', async () => {
  expect(await sorted(file('a.png'), file('b.pdf'), file('c.csv'))).toEqual({ kind: 'pdf', names: ['b.pdf'], left: 2 });
  expect(await sorted(file('noname', '', '%PDF-1.7'))).toEqual({ kind: 'pdf', names: ['noname'], left: 0 });
});

it('takes all pictures of several files', async () => {
  expect(await sorted(file('a.png'), file('b', 'image/jpeg'), file('c.txt'))).toEqual({
    kind: 'images',
    names: ['a.png', 'b'],
    left: 1,
  });
});

it('takes one table', async () => {
  expect(await sorted(file('a.tsv'), file('b.json'))).toEqual({ kind: 'table', names: ['a.tsv'], left: 1 });
});

it('names what it cannot use', async () => {
  expect(await sorted(file('a.docx'))).toEqual({ kind: 'unknown', name: 'a.docx' });
});

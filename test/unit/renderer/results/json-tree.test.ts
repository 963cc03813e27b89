import { expect, it } from 'vitest';
import { base64Of } from '../../../../src/renderer/results/json-tree/blob';
import { flattenTree, moveInTree, openUpTo } from '../../../../src/renderer/results/json-tree/flatten';
import { searchTree, type TreeHit } from '../../../../src/renderer/results/json-tree/search';

const ANSWER = { id: 'run_1', outputs: [{ text: 'a haiku', 'odd key': 1 }, null], empty: [] };

function hits(value: unknown, query: string, most?: number): TreeHit[] {
  const search = searchTree(value, query, most);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

const paths = (value: unknown, open: string[]) => flattenTree(value, new Set(open)).map(({ path }) => path);

it('shows the first level of a folded value', () => {
  expect(paths(ANSWER, [])).toEqual(['id', 'outputs', 'empty']);
});

it('shows what is unfolded, with paths as one would write them', () => {
  expect(paths(ANSWER, ['outputs', 'outputs[0]'])).toEqual([
    'id',
    'outputs',
    'outputs[0]',
    'outputs[0].text',
    'outputs[0]["odd key"]',
    'outputs[1]',
    'empty',
  ]);
});

it('tells level, position and whether there is more', () => {
  const rows = flattenTree(ANSWER, new Set(['outputs']));
  expect(rows[2]).toMatchObject({ path: 'outputs[0]', level: 2, position: 1, siblings: 2, open: false });
  expect(rows[3]).toMatchObject({ path: 'outputs[1]', open: undefined });
  expect(rows[4]).toMatchObject({ path: 'empty', open: undefined });
});

it('shows a bare value as one row', () => {
  expect(flattenTree('words', new Set())).toMatchObject([{ path: '', key: null, value: 'words', open: undefined }]);
  expect(flattenTree([], new Set())).toMatchObject([{ path: '', open: undefined }]);
});

it('unfolds long texts like lists', () => {
  expect(flattenTree({ text: 'a '.repeat(200) }, new Set())[0]?.open).toBe(false);
});

it('opens a small answer whole, and of a large one the outer part', () => {
  expect([...openUpTo(ANSWER, 100)]).toEqual(['outputs', 'outputs[0]']);
  expect([...openUpTo({ list: Array.from({ length: 500 }, () => ({ a: 1 })), more: { b: 1 } }, 100)]).toEqual(['more']);
});

it('never has more rows in sight than asked for', () => {
  const wide = Array.from({ length: 300 }, (_, index) => ({ index, inner: { a: [1, 2, 3] } }));
  expect(flattenTree(wide, openUpTo(wide, 400)).length).toBeLessThanOrEqual(400);
});

it('moves through a tree as trees do everywhere', () => {
  const rows = flattenTree(ANSWER, new Set(['outputs']));
  expect(moveInTree(rows, 1, 'ArrowDown')).toEqual({ to: 2 });
  expect(moveInTree(rows, 2, 'ArrowRight')).toEqual({ toggle: 'outputs[0]' });
  expect(moveInTree(rows, 2, 'ArrowLeft')).toEqual({ to: 1 });
  expect(moveInTree(rows, 1, 'ArrowLeft')).toEqual({ toggle: 'outputs' });
  expect(moveInTree(rows, 1, 'ArrowRight')).toEqual({ to: 2 });
  expect(moveInTree(rows, 0, 'ArrowUp')).toEqual({ to: 0 });
  expect(moveInTree(rows, 0, 'End')).toEqual({ to: 4 });
  expect(moveInTree(rows, 0, 'x')).toBeUndefined();
});

it('finds keys and values without regard to case, with what has to be unfolded', () => {
  expect(hits(ANSWER, 'HAIKU')).toEqual([{ path: 'outputs[0].text', parents: ['outputs', 'outputs[0]'] }]);
  expect(hits(ANSWER, 'odd').map(({ path }) => path)).toEqual(['outputs[0]["odd key"]']);
  expect(hits(ANSWER, '  ')).toEqual([]);
});

it('stops at the most hits it may find', () => {
  expect(
    hits(
      Array.from({ length: 50 }, () => 'same'),
      'same',
      10,
    ),
  ).toHaveLength(10);
});

it('takes breaths while it searches much', () => {
  const search = searchTree(
    Array.from({ length: 10_000 }, (_, index) => index),
    'nowhere',
  );
  expect(search.next().done).toBe(false);
});

it('does not search inside of base64', () => {
  expect(hits({ picture: `iVBORw0KGgo${'Ab9'.repeat(200)}` }, 'Ab9Ab9')).toEqual([]);
});

it('knows base64 by its looks, with the size it stands for', () => {
  const text = Buffer.from(Array.from({ length: 600 }, (_, index) => index % 251)).toString('base64');
  expect(base64Of(text)).toEqual({ bytes: 600, mediaType: undefined });
  expect(base64Of(`data:image/png;base64,${text}`)).toEqual({ bytes: 600, mediaType: 'image/png' });
  expect(base64Of('a sentence with spaces, '.repeat(20))).toBeUndefined();
  expect(base64Of('run_abc123')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { tableOf } from '../../../../mocks/chart/table';

it.each<[string, unknown, string[], Record<string, (number | null)[]>]>([
  ['columns', { models: ['A', 'B'], accuracy: [1, 2] }, ['A', 'B'], { accuracy: [1, 2] }],
  ['columns of different lengths', { x: ['A', 'B'], y: [1] }, ['A', 'B'], { y: [1, null] }],
  [
    'rows',
    [
      { m: 'A', f: 1 },
      { m: 'B', f: '2' },
    ],
    ['A', 'B'],
    { f: [1, 2] },
  ],
  ['rows under a name', { rows: [{ m: 'A', f: 1 }] }, ['A'], { f: [1] }],
  [
    'rows with a head',
    [
      ['m', 'f'],
      ['A', 1],
    ],
    ['A'],
    { f: [1] },
  ],
  ['numbers', [3, 4], ['1', '2'], { value: [3, 4] }],
  ['names with numbers', { A: 1, B: 2 }, ['A', 'B'], { value: [1, 2] }],
  ['groups', { train: { a: 1, b: 2 }, test: { a: 3, b: 4 } }, ['train ', 'test '], { a: [1, 3], b: [2, 4] }],
  ['series within', { x: ['p', 'q'], series: { a: [1, 2], b: [3, 4] } }, ['p', 'q'], { a: [1, 2], b: [3, 4] }],
  ['words alone', { a: 'text' }, [], {}],
  ['nothing', null, [], {}],
])('reads %s', (_what, data, categories, series) => {
  const table = tableOf(data);
  expect(table.categories).toEqual(categories);
  expect(Object.fromEntries(table.series.map(({ name, values }) => [name, values]))).toEqual(series);
});

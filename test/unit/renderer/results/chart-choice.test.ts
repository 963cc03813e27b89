import { expect, it } from 'vitest';
import { chartRows, chooseChart, numberOf } from '../../../../src/renderer/results/chart/chart-choice';
import { columnsOf } from '../../../../src/renderer/results/chart/columns-of';

const column = (name: string, values: unknown[]) => ({ name, values });

it('draws bars for words with numbers', () => {
  const choice = chooseChart([column('model', ['ResNet', 'ViT']), column('accuracy', [76.1, 81.8])]);
  expect(choice).toMatchObject({ kind: 'bar', x: { name: 'model' }, series: [{ name: 'accuracy' }] });
});

it('finds the words wherever they stand', () => {
  const choice = chooseChart([column('accuracy', [76.1, 81.8]), column('model', ['ResNet', 'ViT'])]);
  expect(choice).toMatchObject({ kind: 'bar', x: { name: 'model' } });
});

it('draws a line over dates and over numbers that go steadily', () => {
  expect(chooseChart([column('day', ['2026-01-01', '2026-01-02']), column('loss', [2, 1])])?.kind).toBe('line');
  const epochs = chooseChart([column('epoch', [1, 2, 3, 4]), column('loss', [3, 2, 2.5, 1])]);
  expect(epochs).toMatchObject({ kind: 'line', x: { name: 'epoch' }, series: [{ name: 'loss' }] });
});

it('draws a cloud for two columns of loose numbers', () => {
  const choice = chooseChart([column('a', [3, 1, 2]), column('b', [1, 5, 2])]);
  expect(choice).toMatchObject({ kind: 'scatter', x: { name: 'a' }, series: [{ name: 'b' }] });
});

it('takes numbers written as texts, and bears with a gap', () => {
  const values = ['1.5', '2e3', '', null, '-7', '3', '4', '5', '6', '8', '9', '10', 'n/a'];
  expect(chooseChart([column('name', values.map(String)), column('value', values)])?.series[0]?.name).toBe('value');
  expect([numberOf('1.5'), numberOf('2e3'), numberOf(''), numberOf('n/a'), numberOf(null)]).toEqual([
    1.5,
    2000,
    undefined,
    undefined,
    undefined,
  ]);
});

it('says nothing where there is not one column of numbers', () => {
  expect(chooseChart([column('a', ['x']), column('b', ['y'])])).toBeUndefined();
  expect(chooseChart([])).toBeUndefined();
});

it('counts the series that found no room', () => {
  const columns = [column('name', ['x', 'y']), ...Array.from({ length: 9 }, (_, at) => column(`c${at}`, [at, 1]))];
  expect(chooseChart(columns)).toMatchObject({ left: 3 });
});

it('makes rows whose keys are safe, with gaps as null', () => {
  const choice = chooseChart([column('a.b', ['x', 'y']), column('c.d', [1, null])]);
  expect(choice && chartRows(choice)).toEqual([
    { x: 'x', s0: 1 },
    { x: 'y', s0: null },
  ]);
});

it('thins rows that are more than the pixels', () => {
  const long = Array.from({ length: 10_000 }, (_, index) => index);
  const choice = chooseChart([column('at', long), column('value', long)]);
  const rows = choice ? chartRows(choice) : [];
  expect(rows).toHaveLength(500);
  expect(rows[0]).toEqual({ x: '0', s0: 0 });
});

it('reads data in the shapes that people write it in', () => {
  const expected = [column('a', [1, 2]), column('b', [3, 4])];
  expect(columnsOf({ a: [1, 2], b: [3, 4] })).toEqual(expected);
  expect(
    columnsOf([
      { a: 1, b: 3 },
      { a: 2, b: 4 },
    ]),
  ).toEqual(expected);
  expect(
    columnsOf([
      ['a', 'b'],
      [1, 3],
      [2, 4],
    ]),
  ).toEqual(expected);
  expect(
    columnsOf({
      rows: [
        { a: 1, b: 3 },
        { a: 2, b: 4 },
      ],
    }),
  ).toEqual(expected);
  expect(columnsOf([1, 2])).toEqual([column('', [1, 2])]);
  expect(columnsOf({ a: 1 })).toBeUndefined();
  expect(columnsOf('words')).toBeUndefined();
});

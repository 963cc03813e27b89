import { expect, it } from 'vitest';
import { plot } from '../../../../src/shared/endpoints/paperbanana-plot';
import {
  cellOf,
  columnLetter,
  EMPTY_TABLE,
  MAX_ROWS,
  readTable,
  sentNames,
  tableText,
  type Table,
} from '../../../../src/renderer/forms/table';
import {
  withBlock,
  withCell,
  withColumn,
  withoutColumn,
  withoutRow,
  withPaste,
  withRow,
} from '../../../../src/renderer/forms/table-edits';

const tableOf = (text: string): Table => {
  const reading = readTable(text);
  if (reading.kind !== 'table') throw new Error(reading.kind);
  return reading.table;
};

it('gives the documented example back as it was', () => {
  const text = String(plot.example['data_json']);
  expect(tableOf(text).columns).toEqual(['models', 'accuracy']);
  expect(tableText(tableOf(text))).toBe(text);
});

it('gives a list of rows back as one, missing cells as null', () => {
  expect(tableText(tableOf('[{"a":1,"b":"x"},{"a":2}]'))).toBe('[{"a":1,"b":"x"},{"a":2,"b":null}]');
});

it.each([
  ['', 'empty'],
  ['{"a":[1', 'broken'],
  ['{"a":[1],"b":[1,2]}', 'other'],
  ['{"a":[[1]]}', 'other'],
  ['[1,2]', 'other'],
  ['{}', 'other'],
  ['[{"a":{"b":1}}]', 'other'],
  [JSON.stringify({ a: Array.from({ length: MAX_ROWS + 1 }, (_item, at) => at) }), 'large'],
])('finds no table in %.30s', (text, kind) => {
  expect(readTable(text).kind).toBe(kind);
});

it('sends nothing of an empty table', () => {
  expect(tableText(EMPTY_TABLE)).toBeUndefined();
});

it('leaves out empty rows at the end and columns that say nothing', () => {
  const table = withCell(EMPTY_TABLE, 1, 0, '5');
  expect(tableText(table)).toBe('{"A":[null,5]}');
});

it('keeps the order of columns that are named by numbers', () => {
  const table: Table = { columns: ['model', '2021', '2020'], rows: [['x', 1, 2]], shape: 'columns' };
  expect(tableText(table)).toBe('{"model":["x"],"2021":[1],"2020":[2]}');
  expect(tableText({ ...table, shape: 'rows' })).toBe('[{"model":"x","2021":1,"2020":2}]');
});

it('sends every column under a name of its own', () => {
  expect(sentNames(['x', '', 'x', ' x '])).toEqual(['x', 'B', 'x 2', 'x 3']);
  expect(tableText({ columns: ['__proto__'], rows: [[1]], shape: 'columns' })).toBe('{"__proto__":[1]}');
});

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

it('recognises numbers in cells and nothing in empty ones', () => {
  expect([cellOf('1.5'), cellOf('007'), cellOf('  '), cellOf('true')]).toEqual([1.5, '007', null, 'true']);
});

it('adds and takes away rows and columns', () => {
  const table = tableOf('{"a":[1,2],"b":[3,4]}');
  expect(withRow(table).rows).toHaveLength(3);
  expect(withColumn(table).columns).toEqual(['a', 'b', '']);
  expect(tableText(withoutRow(table, 0))).toBe('{"a":[2],"b":[4]}');
  expect(tableText(withoutColumn(table, 0))).toBe('{"b":[3,4]}');
});

it('never takes away the last column or the last row', () => {
  const table: Table = { columns: ['a'], rows: [[1]], shape: 'columns' };
  expect(withoutColumn(table, 0)).toBe(table);
  expect(withoutRow(table, 0).rows).toEqual([[null]]);
});

it('grows where a pasted block goes past the edge', () => {
  const table = withBlock(tableOf('{"a":[1,2],"b":[3,4]}'), 1, 1, [
    ['x', '7'],
    ['y', '8'],
  ]);
  expect(tableText(table)).toBe('{"a":[1,2,null],"b":[3,"x","y"],"C":[null,7,8]}');
});

it('takes the first line of what is pasted at the names as names', () => {
  const table = withPaste(tableOf('{"a":[1],"b":[3]}'), 0, 1, [
    ['n', 'm'],
    ['5', '6'],
  ]);
  expect(tableText(table)).toBe('{"a":[1],"n":[5],"m":[6]}');
  expect(tableText(withPaste(tableOf('{"a":[1],"b":[3]}'), 0, 0, [['n', 'm']]))).toBe('{"n":[1],"m":[3]}');
});

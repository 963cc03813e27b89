import { expect, it } from 'vitest';
import { delimitedCells, tableOfCells } from '../../../../src/renderer/forms/delimited';
import { tableText } from '../../../../src/renderer/forms/table';
import { jsonOfTableFile } from '../../../../src/renderer/forms/table-of-text';

const json = (text: string, name = 'data.csv') => jsonOfTableFile({ name, text });

it.each([
  ['comma', 'model,accuracy\nA,76.1\nB,81.8\n'],
  ['semicolon', 'model;accuracy\r\nA;76.1\r\nB;81.8'],
  ['tab', 'model\taccuracy\nA\t76.1\nB\t81.8'],
  ['byte order mark', '\uFEFFmodel,accuracy\nA,76.1\nB,81.8'],
])('reads a file with %s', (_kind, text) => {
  expect(json(text)).toBe('{"model":["A","B"],"accuracy":[76.1,81.8]}');
});

it('reads decimal commas where semicolons part the cells', () => {
  expect(json('model;accuracy\nA;76,1\nB;81,8')).toBe('{"model":["A","B"],"accuracy":[76.1,81.8]}');
});

it('keeps quoted delimiters, quotes and line ends inside their cell', () => {
  expect(json('a,b\n"x, y","say ""hi""\nthere"\n1,2')).toBe('{"a":["x, y",1],"b":["say \\"hi\\"\\nthere",2]}');
});

it('names columns by letters where the first row has numbers', () => {
  expect(json('1,2\n3,4')).toBe('{"A":[1,3],"B":[2,4]}');
});

it('fills short rows with nothing', () => {
  expect(json('a,b\n1\n2,3')).toBe('{"a":[1,2],"b":[null,3]}');
});

it('lets JSON be what it is', () => {
  expect(json('{ "a": [1] }\n', 'data.json')).toBe('{ "a": [1] }');
  expect(json('[{"a":1}]', 'data.txt')).toBe('[{"a":1}]');
  expect(json('{broken', 'data.json')).toBe('{broken');
});

it('makes nothing of an empty file', () => {
  expect(json('\n \n')).toBeUndefined();
});

it('takes a column of a spreadsheet for one, decimal commas or not', () => {
  expect(delimitedCells('76,1\n81,8', 'clipboard')).toEqual([['76,1'], ['81,8']]);
  expect(delimitedCells('a, b\nc', 'clipboard')).toEqual([['a, b'], ['c']]);
});

it('takes pasted lines that agree on a comma for a table', () => {
  const table = tableOfCells(delimitedCells('model,accuracy\nA,76.1', 'clipboard'));
  expect(table && tableText(table)).toBe('{"model":["A"],"accuracy":[76.1]}');
});

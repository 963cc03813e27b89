import { expect, it } from 'vitest';
import { findJsonError, jsonDepth } from '../../../src/shared/json-error';

/** Offsets and texts of Python 3's json module. */
const rows: [string, number, string][] = [
  ['', 0, 'Expecting value'],
  ['nope', 0, 'Expecting value'],
  ['{', 1, 'Expecting property name enclosed in double quotes'],
  ['{caption: 1}', 1, 'Expecting property name enclosed in double quotes'],
  ['{"a" 1}', 5, "Expecting ':' delimiter"],
  ['{"a": }', 6, 'Expecting value'],
  ['{"a": 1 "b": 2}', 8, "Expecting ',' delimiter"],
  ['[1 2]', 3, "Expecting ',' delimiter"],
  ['{"a": "b', 6, 'Unterminated string starting at'],
  ['{"a": 1} x', 9, 'Extra data'],
  ['{"a": "\\q"}', 7, 'Invalid \\escape'],
  ['{"a": "x\ny"}', 8, 'Invalid control character at'],
];

it.each(rows)('says where %j is wrong, as Python does', (text, offset, message) => {
  expect(findJsonError(text)).toEqual({ offset, message });
});

it('finds nothing wrong with what Python takes', () => {
  for (const text of ['{"a": [1, -2.5e3, "\\u00e9", null, true]}', 'NaN', ' [] '])
    expect(findJsonError(text)).toBeUndefined();
});

it('counts how deep brackets go, not those inside strings', () => {
  expect(jsonDepth('{"a": [[1]], "b": "[[[[["}')).toBe(3);
});

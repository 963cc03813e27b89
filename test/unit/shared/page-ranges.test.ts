import { expect, it } from 'vitest';
import { formatPageRanges, parsePageRanges } from '../../../src/shared/page-ranges';

it.each([
  ['', []],
  ['  ', []],
  ['1', [1]],
  ['1,3-5', [1, 3, 4, 5]],
  ['5-3', [5, 4, 3]],
  [' 2 - 4 , 8 ', [2, 3, 4, 8]],
  ['3，5', [3, 5]],
  ['2-3,3-4', [2, 3, 4]],
])('reads %j as pages %j', (text, pages) => {
  expect(parsePageRanges(text)).toMatchObject({ ok: true, pages });
});

it('normalises what is sent: no spaces, plain hyphens and commas, the order kept', () => {
  expect(parsePageRanges(' 5 – 3， 8')).toMatchObject({ normalized: '5-3,8' });
});

it.each([
  ['1,x', 'syntax', 'x'],
  ['1,,2', 'syntax', ''],
  ['1-', 'syntax', '1-'],
  ['-3', 'syntax', '-3'],
  ['1.5', 'syntax', '1.5'],
  ['0', 'zero', '0'],
  ['2,0-3', 'zero', '0-3'],
])('names the bad part of %j', (text, reason, part) => {
  expect(parsePageRanges(text)).toMatchObject({ ok: false, problem: { reason, part } });
});

it('refuses a page beyond the end where the end is known', () => {
  expect(parsePageRanges('1,7-9', 8)).toEqual({ ok: false, problem: { reason: 'beyond', part: '7-9', pageCount: 8 } });
  expect(parsePageRanges('9')).toMatchObject({ ok: true });
});

it('does not walk through a huge range that goes past the end', () => {
  expect(parsePageRanges('1-999999', 8)).toMatchObject({ ok: false });
});

it.each([
  [[], ''],
  [[3], '3'],
  [[3, 4], '3, 4'],
  [[5, 3, 4, 8], '3-5, 8'],
  [[1, 1, 2, 3], '1-3'],
])('writes pages %j as %j', (pages, text) => {
  expect(formatPageRanges(pages)).toBe(text);
});

import { expect, it } from 'vitest';
import { cutText, isHtml, readDetail } from '../../../../src/main/http/answer-text';

const detailOf = (value: unknown) => readDetail('application/json', JSON.stringify(value));

it('reads the server’s words wherever providers put them', () => {
  expect(detailOf({ detail: 'a' })).toBe('a');
  expect(detailOf({ detail: { message: 'b' } })).toBe('b');
  expect(detailOf({ message: 'c' })).toBe('c');
  expect(detailOf({ error: 'd' })).toBe('d');
  expect(detailOf({ error: { message: 'e' } })).toBe('e');
  expect(detailOf({ data: { message: 'f' } })).toBe('f');
  expect(detailOf('g')).toBe('g');
  expect(readDetail('text/plain', ' Internal Server Error\n')).toBe('Internal Server Error');
});

it('prefers detail over the others', () => {
  expect(detailOf({ message: 'm', detail: 'd' })).toBe('d');
});

it('finds no words where there are none', () => {
  expect(detailOf({ detail: [{ msg: 'x' }] })).toBeUndefined();
  expect(detailOf({ detail: '  ' })).toBeUndefined();
  expect(detailOf(null)).toBeUndefined();
  expect(readDetail('', '')).toBeUndefined();
});

it('never takes HTML for words', () => {
  expect(readDetail('text/html', 'Bad gateway')).toBeUndefined();
  expect(readDetail('text/plain', '\uFEFF <!doctype html>')).toBeUndefined();
  expect(isHtml('application/json', '{"a":"<b>"}')).toBe(false);
});

it('cuts long words', () => {
  expect(detailOf({ detail: 'x'.repeat(3000) })).toHaveLength(3000);
  expect(cutText('abc', 2)).toBe('ab…');
  expect(cutText('ab', 2)).toBe('ab');
});

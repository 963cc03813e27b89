import { expect, it } from 'vitest';
import { allPages, pageByKey, stillWriting, tickedPages, tickPages } from '../../../../src/renderer/forms/pages';

it('reads the ticks of a page list', () => {
  expect([...(tickedPages('3-5, 8', 14) ?? [])]).toEqual([3, 4, 5, 8]);
});

it('has no ticks for an empty text, which means all pages', () => {
  expect(tickedPages('', 14)?.size).toBe(0);
});

it('knows no ticks while the text cannot be read or goes past the end', () => {
  expect(tickedPages('3-', 14)).toBeUndefined();
  expect(tickedPages('20', 14)).toBeUndefined();
});

it('ticks one page more and clears it again', () => {
  const ticked = new Set([3, 5]);
  expect(tickPages(ticked, 4, 4, true)).toBe('3-5');
  expect(tickPages(ticked, 5, 5, false)).toBe('3');
});

it('ticks all pages between two when going backwards', () => {
  expect(tickPages(new Set([1]), 6, 4, true)).toBe('1, 4-6');
});

it('leaves an empty text when the last tick is cleared', () => {
  expect(tickPages(new Set([2]), 2, 2, false)).toBe('');
});

it('writes all pages as one range, and a single page as itself', () => {
  expect(allPages(14)).toBe('1-14');
  expect(allPages(1)).toBe('1');
});

it('moves by arrows inside the document and keeps the column', () => {
  expect(pageByKey('ArrowRight', 3, 14, 7)).toBe(4);
  expect(pageByKey('ArrowDown', 3, 14, 7)).toBe(10);
  expect(pageByKey('ArrowDown', 10, 14, 7)).toBe(10);
  expect(pageByKey('ArrowUp', 3, 14, 7)).toBe(3);
  expect(pageByKey('ArrowLeft', 1, 14, 7)).toBe(1);
  expect(pageByKey('Home', 9, 14, 7)).toBe(1);
  expect(pageByKey('End', 9, 14, 7)).toBe(14);
});

it('leaves other keys alone', () => {
  expect(pageByKey('a', 9, 14, 7)).toBeUndefined();
});

it.each(['1,', '1, ', '3-', '1,3-', '1,3 –', '1，'])('waits for the rest of "%s"', (text) => {
  expect(stillWriting(text)).toBe(true);
});

it.each(['1,x', '1,x-', 'x,', '1,,', '-', '1', ''])('does not wait for the rest of "%s"', (text) => {
  expect(stillWriting(text)).toBe(false);
});

import { expect, it } from 'vitest';
import { stepOf } from '../../../../src/renderer/ui/row-step';

const heading = { heading: true };
const rows = [heading, {}, {}, heading, {}, {}];

it('moves from row to row past the headings and stays at the ends', () => {
  expect(stepOf('ArrowDown', rows, 1)).toBe(2);
  expect(stepOf('ArrowDown', rows, 2)).toBe(4);
  expect(stepOf('ArrowUp', rows, 4)).toBe(2);
  expect(stepOf('ArrowUp', rows, 1)).toBe(1);
  expect(stepOf('ArrowDown', rows, 5)).toBe(5);
  expect(stepOf('Home', rows, 4)).toBe(1);
  expect(stepOf('End', rows, 1)).toBe(5);
});

it('begins with the first where nothing is selected', () => {
  expect(stepOf('ArrowDown', rows, -1)).toBe(1);
  expect(stepOf('ArrowUp', rows, -1)).toBe(1);
});

it('passes ten rows by a page', () => {
  const many = Array.from({ length: 30 }, () => ({}));
  expect(stepOf('PageDown', many, 5)).toBe(15);
  expect(stepOf('PageDown', many, 25)).toBe(29);
  expect(stepOf('PageUp', many, 25)).toBe(15);
  expect(stepOf('PageUp', many, 5)).toBe(0);
});

it('leaves other keys and an empty list alone', () => {
  expect(stepOf('Enter', rows, 1)).toBeUndefined();
  expect(stepOf('ArrowDown', [], -1)).toBeUndefined();
  expect(stepOf('ArrowDown', [heading], -1)).toBeUndefined();
});

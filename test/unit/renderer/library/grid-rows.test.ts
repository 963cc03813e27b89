import { expect, it } from 'vitest';
import { columnCount, gridRows, moveInGrid } from '../../../../src/renderer/library/grid-rows';

const days = [
  { day: 2, items: ['a', 'b', 'c', 'd'] },
  { day: 1, items: ['e', 'f'] },
];
const rows = gridRows(days, 3);

it('makes as many columns as fit with their gaps, and at least one', () => {
  expect(columnCount(168, 168)).toBe(1);
  expect(columnCount(349, 168)).toBe(1);
  expect(columnCount(350, 168)).toBe(2);
  expect(columnCount(0, 168)).toBe(1);
});

it('begins a new row with every day', () => {
  expect(rows).toEqual([
    { kind: 'day', day: 2, count: 4 },
    { kind: 'tiles', items: ['a', 'b', 'c'], first: 0 },
    { kind: 'tiles', items: ['d'], first: 3 },
    { kind: 'day', day: 1, count: 2 },
    { kind: 'tiles', items: ['e', 'f'], first: 4 },
  ]);
});

it.each([
  [0, 'ArrowRight', 1],
  [2, 'ArrowRight', 3],
  [5, 'ArrowRight', 5],
  [0, 'ArrowLeft', 0],
  [2, 'ArrowDown', 3],
  [3, 'ArrowDown', 4],
  [5, 'ArrowUp', 3],
  [1, 'ArrowUp', 1],
  [4, 'ArrowDown', 4],
  [4, 'Home', 0],
  [0, 'End', 5],
])('leads from tile %i by %s to tile %i', (from, key, to) => {
  expect(moveInGrid(rows, from, key)).toBe(to);
});

it('does not move for other keys or without tiles', () => {
  expect(moveInGrid(rows, 0, 'x')).toBeUndefined();
  expect(moveInGrid([], 0, 'ArrowDown')).toBeUndefined();
});

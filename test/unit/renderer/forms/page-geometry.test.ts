import { expect, it } from 'vitest';
import { drawnPages, pageGeometry, placeOf, type PageSize } from '../../../../src/renderer/forms/page-geometry';

const letter = (count: number): PageSize[] => Array.from({ length: count }, () => [612, 792]);

it('puts as many pages beside each other as fit', () => {
  const { columns, cell, sheet } = pageGeometry(letter(14), 494, false);
  expect(columns).toBe(7);
  expect(columns * cell.width).toBeCloseTo(494);
  expect(sheet.height).toBe(2 * cell.height);
});

it('moves pages closer where that saves a row, and only there', () => {
  const eight = pageGeometry(letter(8), 484, false);
  expect(eight.columns).toBe(8);
  expect(eight.columns * eight.cell.width).toBeLessThanOrEqual(484);
  expect(eight.sheet.height).toBe(eight.cell.height);
  expect(pageGeometry(letter(14), 484, false).columns).toBe(7);
});

it('has rows as low as slides need', () => {
  const slides: PageSize[] = [
    [960, 540],
    [960, 540],
  ];
  expect(pageGeometry(slides, 494, false).cell.height).toBeLessThan(pageGeometry(letter(2), 494, false).cell.height);
});

it('has one endless row in a strip', () => {
  const geometry = pageGeometry(letter(500), 800, true);
  expect(geometry.columns).toBe(500);
  expect(geometry.sheet.height).toBe(geometry.cell.height);
  expect(placeOf(geometry, 500)).toEqual({ left: 499 * geometry.cell.width, top: 0 });
});

it('does not fall over before the pane is measured', () => {
  expect(pageGeometry(letter(3), 0, false).columns).toBe(1);
  expect(pageGeometry([[0, 0]], 0, true).columns).toBe(1);
});

it('draws the visible rows and a few around them', () => {
  const geometry = pageGeometry(letter(500), 494, false);
  expect(drawnPages(geometry, 500, 0, 214)).toEqual([1, 35]);
  expect(drawnPages(geometry, 500, 20 * geometry.cell.height, 214)).toEqual([127, 175]);
  expect(drawnPages(geometry, 500, geometry.sheet.height - 214, 214)[1]).toBe(500);
});

it('draws a screen more on both sides of a strip', () => {
  const geometry = pageGeometry(letter(500), 800, true);
  const [first, last] = drawnPages(geometry, 500, 100 * geometry.cell.width, 800);
  expect([first, last]).toEqual([85, 132]);
});

import { expect, it } from 'vitest';
import { fitZoom, nextZoom } from '../../../../src/renderer/ui/zoom';

it('steps from any zoom to the next usual one', () => {
  expect(nextZoom(0.62, 1)).toBe(0.67);
  expect(nextZoom(0.62, -1)).toBe(0.5);
  expect(nextZoom(1, 1)).toBe(1.5);
  expect(nextZoom(1, -1)).toBe(0.75);
});

it('does not stop at a step that it stands on but for rounding', () => {
  expect(nextZoom(0.9999, 1)).toBe(1.5);
  expect(nextZoom(1.0001, -1)).toBe(0.75);
});

it('stays at the ends', () => {
  expect(nextZoom(8, 1)).toBe(8);
  expect(nextZoom(0.1, -1)).toBe(0.1);
});

it('fits the longer side and never blows a small picture up', () => {
  expect(fitZoom({ width: 2000, height: 1000 }, { width: 1000, height: 900 })).toBe(0.5);
  expect(fitZoom({ width: 1000, height: 2000 }, { width: 900, height: 500 })).toBe(0.25);
  expect(fitZoom({ width: 100, height: 50 }, { width: 1000, height: 900 })).toBe(1);
});

it('has an answer before anything has been measured', () => {
  expect(fitZoom({ width: 0, height: 0 }, { width: 0, height: 0 })).toBe(1);
  expect(fitZoom({ width: 100, height: 100 }, { width: -64, height: -64 })).toBeGreaterThan(0);
});

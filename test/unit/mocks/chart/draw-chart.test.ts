import { beforeAll, expect, it } from 'vitest';
import { drawChart } from '../../../../mocks/chart/draw-chart';
import { binsOf, kindOf } from '../../../../mocks/chart/kind';
import { ticksOf } from '../../../../mocks/chart/scale';
import { tableOf } from '../../../../mocks/chart/table';
import { createTypeface } from '../../../../mocks/diagram/typeface';
import type { Typeface } from '../../../../mocks/diagram/typeface';
import { RESOURCES } from '../../../support/mock-world';

let typeface: Typeface;
beforeAll(async () => {
  typeface = await createTypeface(RESOURCES)();
});

const draw = (data: unknown, intent = 'bar chart', aspectRatio: string | null = null) =>
  drawChart({ data: JSON.stringify(data), intent, aspectRatio, formats: ['png'] }, 'seed', typeface);

it.each([
  ['Bar chart of accuracy', 'bar'],
  ['Line plot of the loss over epochs', 'line'],
  ['Scatter of size against speed', 'scatter'],
  ['Histogram of latencies', 'histogram'],
  ['something pretty', 'bar'],
  ['损失曲线', 'line'],
])('draws for %j a %s', (intent, kind) => {
  expect(kindOf(intent, tableOf({ a: [1, 2], b: [3, 4] }))).toBe(kind);
});

it('draws one bar a value, as high as the value says', () => {
  const { svg } = draw({ m: ['A', 'B'], v: [10, 5] });
  const heights = [...svg.matchAll(/<rect [^>]*height="([\d.]+)" rx="1"/g)].map(([, height]) => Number(height));
  expect(heights).toHaveLength(2);
  expect(heights[0]! / heights[1]!).toBeCloseTo(2, 1);
});

it('draws one point a row', () => {
  expect(draw({ x: [1, 2, 3], y: [4, 5, 6] }, 'scatter').svg.match(/<circle/g)).toHaveLength(3);
});

it.each([
  ['16:9', 16 / 9],
  ['9:16', 9 / 16],
  ['1:1', 1],
  [null, 4 / 3],
])('has the shape %s', (aspectRatio, ratio) => {
  const { width, height } = draw({ a: [1] }, 'bars', aspectRatio);
  expect(width / height).toBeCloseTo(ratio, 2);
});

it('says so where the data holds no numbers', () => {
  expect(draw({ a: ['x'] }).description).toMatch(/^The diagram shows no values/);
});

it.each([
  [0, 82.9, [0, 20, 40, 60, 80, 100]],
  [0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [-3, 5, [-4, -2, 0, 2, 4, 6]],
])('rules an axis from %d to %d in round numbers', (least, most, ticks) => {
  expect(ticksOf(least, most)).toEqual(ticks);
});

it('puts every value into one bin', () => {
  const { counts, edges } = binsOf([1, 2, 2, 3, 9]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
  expect(edges.at(-1)).toBe(9);
});

import { expect, it } from 'vitest';
import {
  byMeasure,
  costText,
  durationText,
  forChart,
  shareOf,
} from '../../../../src/renderer/results/usage/usage-numbers';

const WORDS = { hours: 'h', minutes: 'min', seconds: 's', milliseconds: 'ms' };
const model = (modelKey: string, calls: number) => ({ modelKey, calls, computeTime: calls * 10, cost: calls / 4 });

it('says compute time in two units at most', () => {
  const say = (ms: number) => durationText(ms, 'en', WORDS);
  expect([0, 420, 1500, 59_400, 60_000, 450_000, 3_600_000, 3_900_000, 360_000_000].map(say)).toEqual([
    '0 ms',
    '420 ms',
    '1.5 s',
    '59 s',
    '1 min',
    '7 min 30 s',
    '1 h',
    '1 h 5 min',
    '100 h',
  ]);
});

it('never says sixty seconds', () => {
  expect(durationText(59_700, 'en', WORDS)).toBe('1 min');
  expect(durationText(3_599_700, 'en', WORDS)).toBe('1 h');
});

it('shows costs as they are told, without a currency', () => {
  expect(costText(45.5, 'en')).toBe('45.50');
  expect(costText(1234.567, 'en')).toBe('1,234.57');
  expect(costText(0.00042, 'en')).toBe('0.00042');
  expect(costText(0, 'en')).toBe('0.00');
});

it('sorts models by the measure that is looked at', () => {
  const models = [model('b', 1), model('c', 9), model('a', 1)];
  expect(byMeasure(models, 'calls').map(({ modelKey }) => modelKey)).toEqual(['c', 'a', 'b']);
});

it('adds up the models that have no bar of their own', () => {
  const models = Array.from({ length: 20 }, (_, index) => model(`m${index}`, 20 - index));
  const bars = forChart(models, 'calls', 'the rest', 5);
  expect(bars.map(({ modelKey }) => modelKey)).toEqual(['m0', 'm1', 'm2', 'm3', 'the rest']);
  expect(bars.reduce((sum, { calls }) => sum + calls, 0)).toBe(210);
});

it('has no share of nothing', () => {
  expect(shareOf(0, 0)).toBeNull();
  expect(shareOf(1, 4)).toBe(0.25);
});

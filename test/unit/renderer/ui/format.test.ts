import { expect, it } from 'vitest';
import { formatBytes, formatElapsed } from '../../../../src/renderer/ui/format';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [48_213, '48 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [2_400_000, '2.4 MB'],
  [9_960_000, '10 MB'],
  [200_000_000, '200 MB'],
  [1_500_000_000, '1.5 GB'],
])('writes %d bytes as %s', (bytes, words) => {
  expect(formatBytes(bytes, 'en')).toBe(words);
});

it.each([
  [-5, '0:00'],
  [7_900, '0:07'],
  [62_000, '1:02'],
  [3_723_000, '1:02:03'],
])('writes %d ms as %s', (ms, words) => {
  expect(formatElapsed(ms)).toBe(words);
});

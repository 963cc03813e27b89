import { expect, it } from 'vitest';
import { LONGEST_PAUSE_MS, pollDelay } from '../../../../src/main/jobs/poll-delay';

it('lies in the interval while all goes well', () => {
  expect(pollDelay([3000, 5000], 0, () => 0)).toBe(3000);
  expect(pollDelay([3000, 5000], 0, () => 0.5)).toBe(4000);
  expect(pollDelay([3000, 5000], 0, () => 0.999_999)).toBe(5000);
});

it('doubles with every failure up to five minutes', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7, 50, 5000].map((failures) => pollDelay([3000, 5000], failures, () => 0.999_999));
  expect(delays).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000, 300_000]);
});

it('spreads the longest pause too', () => {
  expect(pollDelay([3000, 5000], 20, () => 0)).toBe(0.6 * LONGEST_PAUSE_MS);
});

import { expect, it } from 'vitest';
import { hashOf, oneIn, randomFrom } from '../../../mocks/random';

it('gives the same numbers for the same seed and others for another', () => {
  const draw = (seed: string) => Array.from({ length: 5 }, randomFrom(seed).next);
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
});

it('keeps parts of a hash apart', () => {
  expect(hashOf('ab', 'c')).not.toBe(hashOf('a', 'bc'));
});

it('draws integers from the whole range and nothing beyond', () => {
  const random = randomFrom('range');
  const drawn = new Set(Array.from({ length: 200 }, () => random.int(2, 4)));
  expect([...drawn].sort()).toEqual([2, 3, 4]);
});

it('shuffles without losing or adding', () => {
  const mixed = randomFrom('mix').shuffle([1, 2, 3, 4, 5]);
  expect([...mixed].sort()).toEqual([1, 2, 3, 4, 5]);
});

it('hits exactly once in every block of n, at places that the seed decides', () => {
  const hits = (seed: number) => Array.from({ length: 40 }, (_, index) => oneIn(5, index, seed, 'cut'));
  for (let block = 0; block < 8; block++)
    expect(
      hits(1)
        .slice(block * 5, block * 5 + 5)
        .filter(Boolean),
    ).toHaveLength(1);
  expect(hits(1)).toEqual(hits(1));
  expect(hits(1)).not.toEqual(hits(2));
});

it('never hits when the failure is off, and always when it is one in one', () => {
  expect(oneIn(null, 0, 1, 'cut')).toBe(false);
  expect([0, 1, 2].every((index) => oneIn(1, index, 1, 'cut'))).toBe(true);
});

import { expect, it } from 'vitest';
import { ownKeyAt } from '../../../src/main/own-key';

const OWN = 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4a41f';

it.each([
  ['the key itself', OWN],
  ['its beginning, as the documentation shows it', 'pb_a1b2c3...'],
  ['its end', 'pb_••••a41f'],
  ['both', 'pb_a1b2c3…a41f'],
])('finds an account’s own key in a list by %s', (_what, listed) => {
  expect(ownKeyAt(OWN, ['pb_zzzzzz...', listed])).toBe(1);
});

it.each([
  ['another key', 'pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n40000'],
  ['another beginning', 'pb_a1b2c4...'],
  ['another end', 'pb_••••07c2'],
  ['a beginning that every key has', 'pb_...'],
  ['nothing but a mask', '••••'],
  ['a key without a mask that begins alike', OWN.slice(0, 12)],
])('does not take %s', (_what, listed) => {
  expect(ownKeyAt(OWN, [listed])).toBeNull();
});

it('takes none where two look like it', () => {
  expect(ownKeyAt(OWN, ['pb_a1b2c3...', 'pb_a1b2c3...'])).toBeNull();
  expect(ownKeyAt(OWN, [])).toBeNull();
});

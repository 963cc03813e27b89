import { expect, it } from 'vitest';
import { keyHint, momentOf, shownKeySchema } from '../../../../src/renderer/keys/key-record';
import { quotaOf } from '../../../../src/renderer/keys/quota';

it('masks a key that came through whole', () => {
  expect(keyHint('pb_a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6')).toBe('pb_••••o5p6');
});

it('leaves a key alone that the server has masked', () => {
  expect(keyHint('pb_a1b2...o5p6')).toBe('pb_a1b2...o5p6');
  expect(keyHint({ $secret: 'h', hint: 'pb_••••o5p6' })).toBe('pb_••••o5p6');
});

it('takes a handle in the place of the key', () => {
  const record = { key: { $secret: 'h', hint: 'pb_••••o5p6' }, name: 'my-app', quota_remaining: -1 };
  expect(shownKeySchema.parse(record).key).toEqual(record.key);
});

it('reads dates without a zone as UTC', () => {
  expect(momentOf('2026-02-11T10:00:00')).toBe(Date.UTC(2026, 1, 11, 10));
  expect(momentOf('2026-02-11 10:00:00.5')).toBe(Date.UTC(2026, 1, 11, 10, 0, 0, 500));
  expect(momentOf('2026-02-11T10:00:00+02:00')).toBe(Date.UTC(2026, 1, 11, 8));
  expect(momentOf('some day')).toBeUndefined();
});

it('draws no bar for keys without limit, and none where the whole is not known', () => {
  expect(quotaOf(null, 100)).toMatchObject({ left: null, share: null, low: false });
  expect(quotaOf(7, null)).toMatchObject({ left: 7, share: null, low: false });
});

it('warns when few units are left, and never fills more than the bar', () => {
  expect(quotaOf(6, 50)).toMatchObject({ share: 0.12, low: true });
  expect(quotaOf(0, 0)).toMatchObject({ share: 0, low: true });
  expect(quotaOf(80, 40)).toMatchObject({ share: 1, low: false });
});

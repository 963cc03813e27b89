import { expect, it } from 'vitest';
import { endingOf } from '../../../../src/renderer/create/thing-name';

it('takes the last four characters of a typed key and of a hint', () => {
  expect(endingOf({ key: 'pb_0123456789abcdef' })).toBe('cdef');
  expect(endingOf({ key: { $secret: 'handle', hint: 'pb_••••a41f' } })).toBe('a41f');
  expect(endingOf({})).toBe('');
});

import { expect, it } from 'vitest';
import { cleanSecret } from '../../../../src/renderer/accounts/clean-secret';

it.each([
  ['pb_0123abcd', 'pb_0123abcd'],
  ['  pb_0123abcd\r\n', 'pb_0123abcd'],
  ['pb_0123\n  abcd', 'pb_0123abcd'],
  ['Bearer pb_0123abcd', 'pb_0123abcd'],
  ['Authorization: Bearer pb_0123abcd', 'pb_0123abcd'],
  ['"pb_0123abcd"', 'pb_0123abcd'],
  ['“pb_0123abcd”', 'pb_0123abcd'],
  ['\uFEFFpb_0123\u200Babcd\u00A0', 'pb_0123abcd'],
  ['   ', ''],
])('takes off what comes along when %j is pasted', (pasted, key) => {
  expect(cleanSecret(pasted)).toBe(key);
});

it('keeps quotes inside and unpaired ones', () => {
  expect(cleanSecret('pb"01')).toBe('pb"01');
  expect(cleanSecret('"pb01')).toBe('"pb01');
});

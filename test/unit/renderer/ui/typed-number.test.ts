import { expect, it } from 'vitest';
import { stepped, typedNumber } from '../../../../src/renderer/ui/typed-number';

it.each([
  ['5', 5],
  ['-5', -5],
  ['\u22125', -5],
  ['1.5', 1.5],
  ['1.', 1],
  ['.5', 0.5],
  [' 12 ', 12],
  ['007', 7],
  ['１２', 12],
  ['', ''],
  ['  ', ''],
])('reads %j as %j', (text, value) => {
  expect(typedNumber(text)).toBe(value);
});

it.each(['-', '1,5', '1,000', '5 units', '1e3', '0x10', 'five', '1.2.3', '--5'])(
  'keeps %j as the text that it is',
  (text) => {
    expect(typedNumber(text)).toBe(text);
  },
);

it('steps inside the range and without binary dust', () => {
  expect(stepped(0.1, 1, { step: 0.2, min: undefined, max: undefined })).toBe(0.3);
  expect(stepped(9.5, 1, { step: 1, min: 0, max: 10 })).toBe(10);
  expect(stepped(0, -1, { step: 1, min: 0, max: 10 })).toBe(0);
  expect(stepped(-7, 1, { step: 1, min: 0, max: 10 })).toBe(0);
});

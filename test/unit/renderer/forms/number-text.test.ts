import { expect, it } from 'vitest';
import { decimalMarkOf, numberOf } from '../../../../src/renderer/forms/number-text';

it.each([
  ['76.1', 76.1],
  ['-3', -3],
  ['\u22123.5', -3.5],
  ['.5', 0.5],
  ['1e-3', 0.001],
  ['1,234.5', 1234.5],
  ['1,234,567', 1_234_567],
  [' 12 ', 12],
])('reads %j as a number', (text, number) => {
  expect(numberOf(text)).toBe(number);
});

it.each(['007', '12%', '2026-01-01', '1,234', '12345678901234567890', 'NaN', '', '1.2.3', '0x10', '1e999'])(
  'leaves %j a text',
  (text) => {
    expect(numberOf(text)).toBeUndefined();
  },
);

it.each([
  ['76,1', 76.1],
  ['1.234,5', 1234.5],
  ['1.234', 1234],
  ['12', 12],
])('reads %j as a number with a decimal comma', (text, number) => {
  expect(numberOf(text, 'comma')).toBe(number);
});

it('takes a comma for the decimal mark only where it is proven', () => {
  expect(decimalMarkOf(['76,1', '81,82', '5'])).toBe('comma');
  expect(decimalMarkOf(['1,234', '5,678'])).toBe('point');
  expect(decimalMarkOf(['76,1', '3.25'])).toBe('point');
  expect(decimalMarkOf(['1.234,5'])).toBe('comma');
});

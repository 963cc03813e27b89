import { expect, it } from 'vitest';
import { coerce } from '../../../src/cli/coerce';
import type { FieldDescription, FieldType } from '../../../src/shared/fields';

const field = (type: FieldType): FieldDescription => ({ name: 'f', type, required: false, in: 'body', widget: 'text' });

it.each<[FieldType, string, unknown]>([
  ['string', ' a b ', ' a b '],
  ['string', '5', '5'],
  ['integer', '5', 5],
  ['integer', '-5', -5],
  ['integer', 'five', 'five'],
  ['integer', '', ''],
  ['number', '0.5', 0.5],
  ['number', 'Infinity', 'Infinity'],
  ['boolean', 'true', true],
  ['boolean', 'No', false],
  ['boolean', 'perhaps', 'perhaps'],
  ['array', 'png, svg', ['png', 'svg']],
  ['array', '["a,b"]', ['a,b']],
  ['array', '', []],
  ['object', '{"a":1}', { a: 1 }],
  ['json', '[1]', [1]],
  ['file', 'JVBERi0=', 'JVBERi0='],
])('takes a value of %s: %j', (type, text, value) => {
  expect(coerce(field(type), text)).toEqual(value);
});

it.each<[FieldType, string]>([
  ['object', '{a:1}'],
  ['array', '[1'],
])('refuses JSON that is none for %s', (type, text) => {
  expect(() => coerce(field(type), text)).toThrow(expect.objectContaining({ key: 'json' }));
});

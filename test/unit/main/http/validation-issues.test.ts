import { expect, it } from 'vitest';
import { readValidationList } from '../../../../src/main/http/validation-issues';

const read = (...detail: unknown[]) => readValidationList({ detail }, (text) => text);
const codeOf = (type: string, ctx?: object) => {
  const [issue] = read({ type, loc: ['body', 'f'], msg: 'm', ctx }) ?? [];
  return [issue?.code, issue?.params];
};

it('puts pydantic’s types into our codes', () => {
  expect(codeOf('missing')).toEqual(['required', undefined]);
  expect(codeOf('string_type')).toEqual(['expected_string', undefined]);
  expect(codeOf('int_parsing')).toEqual(['expected_int', undefined]);
  expect(codeOf('int_from_float')).toEqual(['expected_int', undefined]);
  expect(codeOf('bool_parsing')).toEqual(['expected_boolean', undefined]);
  expect(codeOf('greater_than_equal', { ge: 1 })).toEqual(['too_small', { minimum: 1 }]);
  expect(codeOf('less_than_equal', { le: 10 })).toEqual(['too_big', { maximum: 10 }]);
  expect(codeOf('literal_error', { expected: "'1K' or '2K'" })).toEqual(['not_allowed', { allowed: "'1K' or '2K'" }]);
});

it('knows the types of older servers', () => {
  expect(codeOf('value_error.missing')).toEqual(['required', undefined]);
  expect(codeOf('type_error.integer')).toEqual(['expected_int', undefined]);
  expect(codeOf('value_error.number.not_ge', { limit_value: 1 })).toEqual(['too_small', { minimum: 1 }]);
});

it('lets the server speak where our words would say less', () => {
  expect(codeOf('greater_than_equal')).toEqual(['server', { message: 'm' }]);
  expect(codeOf('url_scheme')).toEqual(['server', { message: 'm' }]);
});

it('names the form’s field, also for a place inside it', () => {
  const fieldOf = (...loc: unknown[]) => read({ type: 'missing', loc, msg: '' })?.[0]?.field;
  expect(fieldOf('body', 'caption')).toBe('caption');
  expect(fieldOf('body', 'output_formats', 0)).toBe('output_formats');
  expect(fieldOf('query', 'format')).toBe('format');
  expect(fieldOf('body', 17)).toBe('');
  expect(fieldOf('body')).toBe('');
});

it('is no list where detail is a text, empty or absent', () => {
  for (const json of [{ detail: 'text' }, { detail: [] }, {}, null, undefined])
    expect(readValidationList(json, String)).toBeUndefined();
});

it('survives items that are not as documented', () => {
  expect(read({ msg: 5 })).toEqual([{ field: '', code: 'server', message: '', params: { message: '' } }]);
});

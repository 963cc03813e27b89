import { expect, it } from 'vitest';
import { LongText } from '../../../mocks/long-text';
import { validateBody } from '../../../mocks/pydantic';
import { generate, generateFromPdf } from '../../../src/shared/endpoints/paperbanana';
import { describeFields } from '../../../src/shared/fields';

const fields = describeFields(generate.input);
const good = { source_context: 'text', caption: 'Figure 1' };

function issuesOf(patch: Record<string, unknown>) {
  const checked = validateBody(fields, { ...good, ...patch });
  return checked.ok ? [] : checked.issues;
}

it('asks for a required field and echoes the body', () => {
  const checked = validateBody(fields, { caption: 'c' });
  expect(checked).toEqual({
    ok: false,
    issues: [{ type: 'missing', loc: ['body', 'source_context'], msg: 'Field required', input: { caption: 'c' } }],
  });
});

const refused: [Record<string, unknown>, string, string, Record<string, unknown> | undefined][] = [
  [{ caption: 7 }, 'string_type', 'Input should be a valid string', undefined],
  [{ caption: null }, 'string_type', 'Input should be a valid string', undefined],
  [{ iterations: 0 }, 'greater_than_equal', 'Input should be greater than or equal to 1', { ge: 1 }],
  [{ iterations: 11 }, 'less_than_equal', 'Input should be less than or equal to 10', { le: 10 }],
  [
    { iterations: 'many' },
    'int_parsing',
    'Input should be a valid integer, unable to parse string as an integer',
    undefined,
  ],
  [
    { iterations: 2.5 },
    'int_from_float',
    'Input should be a valid integer, got a number with a fractional part',
    undefined,
  ],
  [{ iterations: null }, 'int_type', 'Input should be a valid integer', undefined],
  [
    { webhook_include_image: 'maybe' },
    'bool_parsing',
    'Input should be a valid boolean, unable to interpret input',
    undefined,
  ],
  [{ webhook_include_image: {} }, 'bool_type', 'Input should be a valid boolean', undefined],
  [{ output_formats: 'png' }, 'list_type', 'Input should be a valid list', undefined],
  [
    { image_resolution: '8K' },
    'literal_error',
    "Input should be '1K', '2K' or '4K'",
    { expected: "'1K', '2K' or '4K'" },
  ],
];

it.each(refused)('refuses %j as %s', (patch, type, msg, ctx) => {
  const [field, input] = Object.entries(patch)[0] ?? [];
  expect(issuesOf(patch)).toEqual([{ type, loc: ['body', field], msg, input, ...(ctx && { ctx }) }]);
});

it('points at the item of a list', () => {
  expect(issuesOf({ output_formats: ['png', 'gif'] })[0]?.loc).toEqual(['body', 'output_formats', 1]);
});

it.each([
  ['3', 3],
  [' 4.0 ', 4],
  [5, 5],
  [true, 1],
])('takes %j as the integer %d', (given, read) => {
  const checked = validateBody(fields, { ...good, iterations: given });
  expect(checked.ok && checked.value['iterations']).toBe(read);
});

it('accepts empty strings, unknown fields, nulls of optional fields and URLs that are none', () => {
  const patch = { caption: '', surprise: 1, aspect_ratio: null, webhook_url: 'not a url' };
  expect(issuesOf(patch)).toEqual([]);
});

it('wants an object', () => {
  expect(validateBody(fields, null)).toMatchObject({ issues: [{ type: 'missing', loc: ['body'] }] });
  expect(validateBody(fields, [1])).toMatchObject({ issues: [{ type: 'model_attributes_type', loc: ['body'] }] });
});

it('lists every fault at once', () => {
  expect(issuesOf({ caption: 1, iterations: 99 }).map((issue) => issue.loc[1])).toEqual(['caption', 'iterations']);
});

it('shortens a long upload where it echoes the body', () => {
  const upload = new LongText([Buffer.from('A'.repeat(5000))], 5000);
  const checked = validateBody(describeFields(generateFromPdf.input), { pdf_base64: upload });
  const input = checked.ok ? {} : (checked.issues[0]?.input as Record<string, string>);
  expect(input['pdf_base64']).toHaveLength(1000);
});

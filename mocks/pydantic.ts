import type { FieldDescription } from '../src/shared/fields';
import { LongText } from './long-text';

/** One line of the server's validation list, as FastAPI with pydantic 2 writes it. */
export interface ValidationIssue {
  type: string;
  loc: (string | number)[];
  msg: string;
  input: unknown;
  ctx?: Record<string, unknown>;
}

/** A real server echoes its input whole; the mock shortens what would make an answer of 80 MB. */
const ECHO = 1000;

type Check = { value: unknown } | { issues: ValidationIssue[] };
type Loc = (string | number)[];

/** Fields with a default that is not null: an explicit null is then a wrong type. */
const NOT_NULLABLE: ReadonlySet<string> = new Set(['iterations', 'webhook_include_image']);

function echo(input: unknown): unknown {
  if (input instanceof LongText) return input.head(ECHO);
  if (typeof input === 'object' && input !== null && !Array.isArray(input))
    return Object.fromEntries(Object.entries(input).map(([name, item]) => [name, echo(item)]));
  return input;
}

function fail(loc: Loc, type: string, msg: string, input: unknown, ctx?: Record<string, unknown>): Check {
  return { issues: [{ type, loc, msg, input: echo(input), ...(ctx && { ctx }) }] };
}

/** `'a', 'b' or 'c'`, the way pydantic lists the allowed values. */
function expectedList(values: readonly string[]): string {
  const quoted = values.map((value) => `'${value}'`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}

function checkString(field: FieldDescription, loc: Loc, input: unknown): Check {
  const allowed = field.allowed;
  if (allowed && !(typeof input === 'string' && allowed.includes(input))) {
    const expected = expectedList(allowed);
    return fail(loc, 'literal_error', `Input should be ${expected}`, input, { expected });
  }
  if (typeof input === 'string' || input instanceof LongText) return { value: input };
  return fail(loc, 'string_type', 'Input should be a valid string', input);
}

function toInteger(loc: Loc, input: unknown): Check {
  if (typeof input === 'boolean') return { value: Number(input) };
  if (typeof input === 'number') {
    if (Number.isInteger(input)) return { value: input };
    return fail(loc, 'int_from_float', 'Input should be a valid integer, got a number with a fractional part', input);
  }
  if (typeof input === 'string') {
    // "3" and " 3.0 " are taken as 3
    if (/^\s*[+-]?\d+(?:_\d+)*(?:\.0+)?\s*$/.test(input)) return { value: Number(input.replace(/_/g, '')) };
    return fail(loc, 'int_parsing', 'Input should be a valid integer, unable to parse string as an integer', input);
  }
  return fail(loc, 'int_type', 'Input should be a valid integer', input);
}

function checkInteger(field: FieldDescription, loc: Loc, input: unknown): Check {
  const whole = toInteger(loc, input);
  if ('issues' in whole) return whole;
  const value = Number(whole.value);
  const { minimum: ge, maximum: le } = field;
  if (ge !== undefined && value < ge)
    return fail(loc, 'greater_than_equal', `Input should be greater than or equal to ${ge}`, input, { ge });
  if (le !== undefined && value > le)
    return fail(loc, 'less_than_equal', `Input should be less than or equal to ${le}`, input, { le });
  return { value };
}

const TRUE_WORDS: ReadonlySet<unknown> = new Set([true, 1, '1', 'on', 't', 'true', 'y', 'yes']);
const FALSE_WORDS: ReadonlySet<unknown> = new Set([false, 0, '0', 'off', 'f', 'false', 'n', 'no']);

function checkBoolean(loc: Loc, input: unknown): Check {
  const word = typeof input === 'string' ? input.toLowerCase() : input;
  if (TRUE_WORDS.has(word)) return { value: true };
  if (FALSE_WORDS.has(word)) return { value: false };
  if (typeof input === 'string' || typeof input === 'number')
    return fail(loc, 'bool_parsing', 'Input should be a valid boolean, unable to interpret input', input);
  return fail(loc, 'bool_type', 'Input should be a valid boolean', input);
}

function checkList(field: FieldDescription, loc: Loc, input: unknown): Check {
  if (!Array.isArray(input)) return fail(loc, 'list_type', 'Input should be a valid list', input);
  const items = input.map((item: unknown, index) => checkString(field, [...loc, index], item));
  const issues = items.flatMap((item) => ('issues' in item ? item.issues : []));
  return issues.length > 0 ? { issues } : { value: input };
}

function checkField(field: FieldDescription, input: unknown): Check {
  const loc = ['body', field.name];
  if (input === null && !field.required && !NOT_NULLABLE.has(field.name)) return { value: undefined };
  switch (field.type) {
    case 'integer':
    case 'number':
      return checkInteger(field, loc, input);
    case 'boolean':
      return checkBoolean(loc, input);
    case 'array':
      return checkList(field, loc, input);
    case 'string':
    case 'file':
    case 'json':
    case 'object':
      return checkString(field, loc, input);
  }
}

export type ValidatedBody = { ok: true; value: Record<string, unknown> } | { ok: false; issues: ValidationIssue[] };

/**
 * Checks a body as the server's model would: by type, range and allowed values; empty strings, unknown
 * fields and URLs that are none are accepted. The fields are the endpoint's own, so there is no second list.
 */
export function validateBody(fields: readonly FieldDescription[], body: unknown): ValidatedBody {
  if (body === null || body === undefined)
    return { ok: false, issues: [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }] };
  if (typeof body !== 'object' || Array.isArray(body)) {
    const msg = 'Input should be a valid dictionary or object to extract fields from';
    return { ok: false, issues: [{ type: 'model_attributes_type', loc: ['body'], msg, input: body }] };
  }
  const given = body as Record<string, unknown>;
  const value: Record<string, unknown> = {};
  const issues: ValidationIssue[] = [];
  for (const field of fields) {
    if (field.in !== 'body') continue;
    if (!(field.name in given)) {
      if (field.required)
        issues.push({ type: 'missing', loc: ['body', field.name], msg: 'Field required', input: echo(given) });
      continue;
    }
    const checked = checkField(field, given[field.name]);
    if ('issues' in checked) issues.push(...checked.issues);
    else if (checked.value !== undefined) value[field.name] = checked.value;
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

import { z } from 'zod';
import type { Issue } from '../../shared/app-error';

/** Nobody mends more fields than a form has. */
const MOST_ISSUES = 100;

const scalar = z.union([z.string(), z.number()]);
const itemSchema = z.object({
  loc: z.array(scalar).catch([]),
  msg: z.string().catch(''),
  type: z.string().catch(''),
  ctx: z.record(z.string(), z.unknown()).optional().catch(undefined),
});
const listSchema = z.object({ detail: z.array(itemSchema).min(1) });
type Item = z.infer<typeof itemSchema>;

/** The field is the first name below the place (`["body", "output_formats", 0]`); a bare body has none. */
function fieldOf(loc: readonly (string | number)[]): string {
  return loc.slice(1).find((step) => typeof step === 'string') ?? '';
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/**
 * Our issue code for pydantic's `type`, where the words say as much as the server's. Both spellings occur: version
 * 2 (`missing`) and version 1 (`value_error.missing`).
 */
function known({ type, ctx }: Item): { code: string; params?: Record<string, string | number> } | undefined {
  const name = type.replace(/^(value_error|type_error)\./, '');
  switch (name) {
    case 'missing':
      return { code: 'required' };
    case 'string_type':
    case 'str':
      return { code: 'expected_string' };
    case 'int_type':
    case 'int_parsing':
    case 'int_from_float':
    case 'integer':
      return { code: 'expected_int' };
    case 'float_type':
    case 'float_parsing':
    case 'float':
      return { code: 'expected_number' };
    case 'bool_type':
    case 'bool_parsing':
    case 'bool':
      return { code: 'expected_boolean' };
    case 'list_type':
    case 'list':
      return { code: 'expected_array' };
    case 'dict_type':
    case 'model_attributes_type':
    case 'dict':
      return { code: 'expected_object' };
    case 'greater_than_equal':
    case 'number.not_ge': {
      const minimum = number(ctx?.['ge'] ?? ctx?.['limit_value']);
      return minimum === undefined ? undefined : { code: 'too_small', params: { minimum } };
    }
    case 'less_than_equal':
    case 'number.not_le': {
      const maximum = number(ctx?.['le'] ?? ctx?.['limit_value']);
      return maximum === undefined ? undefined : { code: 'too_big', params: { maximum } };
    }
    case 'string_too_short':
      return ctx?.['min_length'] === 1 ? { code: 'required' } : undefined;
    case 'string_too_long': {
      const maximum = number(ctx?.['max_length']);
      return maximum === undefined ? undefined : { code: 'too_long', params: { maximum } };
    }
    case 'literal_error':
    case 'enum':
      return typeof ctx?.['expected'] === 'string'
        ? { code: 'not_allowed', params: { allowed: ctx['expected'] } }
        : undefined;
    case 'extra_forbidden':
    case 'extra':
      return { code: 'unknown_field' };
    default:
      return undefined;
  }
}

/**
 * The fields that a 422 names in its validation list (`{detail: [{loc, msg, type}]}`); undefined where the body has
 * another shape. What our own words do not cover gets the code `server` and the server's `msg`. `redact` is put
 * over every text that comes from the server.
 */
export function readValidationList(json: unknown, redact: (text: string) => string): Issue[] | undefined {
  const parsed = listSchema.safeParse(json);
  if (!parsed.success) return undefined;
  return parsed.data.detail.slice(0, MOST_ISSUES).map((item) => {
    const message = redact(item.msg).slice(0, 500);
    const issue = known(item) ?? { code: 'server', params: { message } };
    const params =
      issue.params &&
      Object.entries(issue.params).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value]);
    return {
      field: redact(fieldOf(item.loc)).slice(0, 200),
      message,
      code: issue.code,
      ...(params && { params: Object.fromEntries(params) as NonNullable<Issue['params']> }),
    };
  });
}

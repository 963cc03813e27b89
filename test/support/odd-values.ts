import { z } from 'zod';

/** A part of a JSON schema, as zod writes it. */
interface Part {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Part[];
  oneOf?: Part[];
  properties?: Record<string, Part>;
  required?: string[];
  additionalProperties?: Part | boolean;
  items?: Part | boolean;
  prefixItems?: Part[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
}

const TEXTS = [
  ...[
    '',
    ' ',
    '\n',
    '\0',
    'a\0b',
    '..',
    '../../etc/passwd',
    '/',
    '\\',
    'C:\\x',
    'NUL',
    '%',
    '%s',
    "' OR 1=1 --",
    '"',
    '*',
    '{}',
  ],
  ...[
    'null',
    '__proto__',
    'constructor',
    '\ud800',
    '\udfff\ud800',
    '🍌'.repeat(70),
    '\u202e',
    '\ufeff',
    'x'.repeat(100),
    '-1',
  ],
  ...[
    'x'.repeat(5000),
    '1e999',
    'file:///etc/passwd',
    'https://',
    'http://[',
    'https://a.example',
    'javascript:alert(1)',
  ],
  ...['2x2', '1x0', '999999999x999999999', 'auto', '0x1F', '99999999999999999999', '2026-02-30', 'é'.normalize('NFD')],
];
const NUMBERS = [
  ...[
    0,
    -0,
    1,
    -1,
    2,
    7,
    0.5,
    -0.5,
    1e-320,
    1.5,
    1e6 + 0.25,
    1e21,
    -1e21,
    1e308,
    2 ** 31,
    2 ** 32,
    2 ** 53,
    2 ** 53 - 1,
  ],
  ...[-(2 ** 53), 2 ** 63, 2 ** 64, NaN, Infinity, -Infinity, 1764556623456.5, 253402300800000, 8.64e15, 8.64e15 + 1],
];
const DIGITS = Array.from('0123456789abcdef');
const DEEP = Array.from({ length: 300 }).reduce<unknown>((inner) => ({ a: [inner] }), 1);
const JUNK: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    { $file: 'x' },
    { $secret: 'x', hint: '' },
    10n,
    new Date(NaN),
  ],
  ...[new Uint8Array(0), new Uint8Array([137, 80, 78, 71]), DEEP, new Map(), Array.from({ length: 2000 }, () => 0)],
];

export interface OddValuesOptions {
  random(): number;
  /** Values that exist (ids, sums, …) by the name of their field. */
  known: Record<string, readonly unknown[]>;
  /** How often a part is something that does not fit, in [0, 1]. */
  junk: number;
}

/** Inputs of an operation, drawn from its schema: allowed ones at their limits, and now and then a part that is none. */
export function createOddValues({ random, known, junk }: OddValuesOptions) {
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const anything = (): unknown => pick([() => pick(TEXTS), () => pick(NUMBERS), () => pick(JUNK)])();

  function text({ minLength = 0, maxLength = 20_000, pattern }: Part): string {
    if (pattern?.includes('0-9a-f')) return Array.from({ length: 64 }, () => pick(DIGITS)).join('');
    const value = random() < 0.1 ? 'y'.repeat(maxLength) : pick(TEXTS);
    return value.padEnd(minLength, 'z').slice(0, maxLength);
  }

  function number({ type, minimum = -Number.MAX_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER }: Part): number {
    const value = pick([minimum, maximum, minimum + (maximum - minimum) * random(), ...NUMBERS]);
    const inside = Math.min(maximum, Math.max(minimum, Number.isNaN(value) ? minimum : value));
    return type === 'integer' && random() < 0.95 ? Math.round(inside) : inside;
  }

  function object({ properties = {}, required = [], additionalProperties }: Part, depth: number): unknown {
    const entries = Object.entries(properties)
      .filter(([name]) => required.includes(name) || random() < 0.6)
      .map(([name, part]) => [name, value(part, depth + 1, name)] as const);
    const free = typeof additionalProperties === 'object' || Object.keys(properties).length === 0;
    const extra =
      free || random() < junk ? [[pick(TEXTS), anything()] as const, [pick(TEXTS), anything()] as const] : [];
    return Object.fromEntries([...entries, ...extra]);
  }

  function list({ items, prefixItems = [], minItems = 0, maxItems = 1000 }: Part, depth: number): unknown {
    const fixed = prefixItems.map((part) => value(part, depth + 1, ''));
    const count = pick([minItems, minItems + 1, 3, random() < 0.1 ? maxItems : 2]);
    const more = typeof items === 'object' ? items : {};
    return [
      ...fixed,
      ...Array.from({ length: Math.min(maxItems, Math.max(minItems, count)) }, () => value(more, depth + 1, '')),
    ];
  }

  function value(part: Part, depth: number, name: string): unknown {
    if (random() < junk) return anything();
    const own = known[name];
    if (own && random() < 0.7) return pick(own);
    if (part.const !== undefined) return part.const;
    if (part.enum) return pick(part.enum);
    const choices = part.anyOf ?? part.oneOf;
    if (choices) return value(pick(choices), depth, name);
    switch (part.type) {
      case 'object':
        return object(part, depth);
      case 'array':
        return list(part, depth);
      case 'string':
        return text(part);
      case 'number':
      case 'integer':
        return number(part);
      case 'boolean':
        return random() < 0.5;
      case 'null':
        return null;
      default:
        return anything();
    }
  }

  return (schema: z.ZodType): unknown =>
    value(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Part, 0, '');
}

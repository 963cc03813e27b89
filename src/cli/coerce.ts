import type { FieldDescription } from '../shared/fields';
import { BadCall } from './bad-call';
import { placeIn } from './json-place';

const YES = new Set(['true', 'yes', 'on', '1']);
const NO = new Set(['false', 'no', 'off', '0']);

function parsed(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadCall('json', { field, ...placeIn(text) });
  }
}

/**
 * The text behind `--set field=` as the field's type. What does not fit stays text: the schema then says what is
 * wrong, in the same words as everywhere. Throws BadCall for JSON that is none.
 */
export function coerce({ name, type }: FieldDescription, text: string): unknown {
  switch (type) {
    case 'string':
    case 'file':
      return text;
    case 'integer':
    case 'number':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
    case 'boolean': {
      const word = text.trim().toLowerCase();
      return YES.has(word) ? true : NO.has(word) ? false : text;
    }
    case 'array':
      if (text.trim().startsWith('[')) return parsed(name, text);
      return text
        .split(',')
        .map((item) => item.trim())
        .filter(Boolean);
    case 'object':
    case 'json':
      return parsed(name, text);
    default:
      return type satisfies never;
  }
}

import { findJsonError } from './json-error';

/** Where a text stops being JSON, counted from 1; `offset` from 0, in UTF-16 units. */
export interface JsonProblem {
  line: number;
  column: number;
  offset: number;
}

/** Numbers that Python's reader takes and JSON does not have. */
const NOT_JSON = /-?\b(?:NaN|Infinity)\b/;

/** The first place at which a text breaks the rules of JSON (RFC 8259); undefined where it is JSON. */
export function findJsonProblem(text: string): JsonProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    // engines word their messages differently, and not all of them name the place
    const offset = findJsonError(text)?.offset ?? NOT_JSON.exec(text)?.index ?? 0;
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  }
}

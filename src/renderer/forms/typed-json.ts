import type { Issue } from '../../shared/app-error';
import { findJsonProblem } from '../../shared/json-problem';

/** A text in a JSON field that is no JSON, or none yet: kept as it was typed, and never sent. */
export interface TypedJson {
  $typed: string;
}

export function isTypedJson(value: unknown): value is TypedJson {
  return (
    typeof value === 'object' &&
    value !== null &&
    '$typed' in value &&
    typeof value.$typed === 'string' &&
    Object.keys(value).length === 1
  );
}

/** What a text in a JSON field stands for: its value, nothing, or itself where it is no JSON. */
export function jsonValue(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // the one JSON that would be taken for a text
    return isTypedJson(value) ? { $typed: text } : value;
  } catch {
    return { $typed: text };
  }
}

/** The text that is edited for a value. */
export function jsonText(value: unknown): string {
  if (value === undefined) return '';
  return isTypedJson(value) ? value.$typed : JSON.stringify(value, null, 2);
}

/** Why such a text cannot be sent, with the place. */
export function typedJsonIssue(field: string, { $typed }: TypedJson): Issue {
  const problem = findJsonProblem($typed);
  return { field, code: 'json_syntax', params: { line: problem?.line ?? 1, column: problem?.column ?? 1 } };
}

import { findJsonProblem } from '../shared/json-problem';

/** Where a text stops being JSON, as values for a sentence. */
export function placeIn(text: string): { line: string; column: string } {
  const { line, column } = findJsonProblem(text) ?? { line: 1, column: 1 };
  return { line: String(line), column: String(column) };
}

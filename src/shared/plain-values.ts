import { z } from 'zod';

/** Deeper than anybody types or any server asks; far from where a recursive reader runs out of stack. */
const DEEPEST = 200;

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/**
 * True for what JSON can hold: what crosses between the processes may also be dates, maps, bytes and big integers,
 * which neither a request nor the history can. Undefined stands for a field that is left out.
 */
function isPlain(root: unknown): boolean {
  const left: [value: unknown, depth: number][] = [[root, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, depth] = next;
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') continue;
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return false;
      continue;
    }
    if (typeof value !== 'object' || depth >= DEEPEST) return false;
    if (!Array.isArray(value) && !isPlainObject(value)) return false;
    for (const item of Object.values(value)) left.push([item, depth + 1]);
  }
  return true;
}

/** A form's values by the names of its fields. */
export const plainValuesSchema = z
  .record(z.string(), z.unknown())
  .refine((values) => isPlain(values), { error: 'not plain' });

import type { EnvEntry } from './env-file';

type Scalar = string | number | boolean;

export interface EnvironmentRow extends EnvEntry {
  /** What the value was before it was text; it is that again as long as the text says the same. */
  typed?: Exclude<Scalar, string>;
}

const isTyped = (value: unknown): value is Exclude<Scalar, string> =>
  typeof value === 'number' || typeof value === 'boolean';

/** The rows of an environment; one that is empty where there are none. */
export function environmentRows(value: unknown): EnvironmentRow[] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0) return [{ name: '', value: '' }];
  return entries.map(([name, item]: [string, unknown]) =>
    isTyped(item) ? { name, value: String(item), typed: item } : { name, value: typeof item === 'string' ? item : '' },
  );
}

/** What the rows stand for: those without a name are left out, of two with the same name the last one counts. */
export function environmentOf(rows: readonly EnvironmentRow[]): Record<string, Scalar> | undefined {
  const entries = rows
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, value, typed }): [string, Scalar] => [
      name.trim(),
      typed !== undefined && String(typed) === value ? typed : value,
    ]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

export type RowProblem = 'nameless' | 'twice';

/** What is odd about a row, and would be lost without a word. */
export function rowProblem(rows: readonly EnvironmentRow[], index: number): RowProblem | undefined {
  const row = rows[index];
  if (!row) return undefined;
  const name = row.name.trim();
  if (name === '') return row.value === '' ? undefined : 'nameless';
  return rows.slice(index + 1).some((later) => later.name.trim() === name) ? 'twice' : undefined;
}

/** Puts pasted entries in: over the row of the same name where there is one, else behind the rest. */
export function withEntries(rows: readonly EnvironmentRow[], entries: readonly EnvEntry[]): EnvironmentRow[] {
  const next = rows.filter(({ name, value }) => name !== '' || value !== '');
  for (const { name, value } of entries) {
    const known = next.findIndex((row) => row.name === name);
    if (known === -1) next.push({ name, value });
    else next[known] = { name, value };
  }
  return next;
}

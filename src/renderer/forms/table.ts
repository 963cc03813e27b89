import { numberOf, type DecimalMark } from './number-text';

export type Cell = string | number | boolean | null;

export interface Table {
  /** As written; an empty name is shown and sent as the column's letter. */
  columns: string[];
  rows: Cell[][];
  /** How it is said in JSON: an object of columns, or a list of rows. */
  shape: 'columns' | 'rows';
}

/** More rows than this are edited as JSON only. */
export const MAX_ROWS = 10_000;

/** What a person starts with. */
export const EMPTY_TABLE: Table = {
  columns: ['', ''],
  rows: [
    [null, null],
    [null, null],
    [null, null],
  ],
  shape: 'columns',
};

/** A … Z, AA, AB …, as in spreadsheets. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

export const cellText = (cell: Cell): string => (cell === null ? '' : String(cell));

/** What is meant by a text in a cell. */
export function cellOf(text: string, mark?: DecimalMark): Cell {
  if (text.trim() === '') return null;
  return numberOf(text, mark) ?? text;
}

const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromColumns(value: Record<string, unknown>): Table | undefined {
  const columns = Object.keys(value);
  const lists = Object.values(value);
  const height = Array.isArray(lists[0]) ? lists[0].length : 0;
  const cells = lists.flatMap((list) =>
    Array.isArray(list) && list.length === height && list.every(isCell) ? [list] : [],
  );
  if (columns.length === 0 || cells.length < columns.length) return undefined;
  const rows = Array.from({ length: height }, (_row, at) => cells.map((list) => list[at] ?? null));
  return { columns, rows, shape: 'columns' };
}

function fromRows(value: readonly unknown[]): Table | undefined {
  if (value.length === 0 || !value.every(isPlain)) return undefined;
  const columns = [...new Set(value.flatMap((row) => Object.keys(row)))];
  if (columns.length === 0 || !value.every((row) => Object.values(row).every(isCell))) return undefined;
  const rows = value.map((row) => columns.map((name) => (isCell(row[name]) ? row[name] : null)));
  return { columns, rows, shape: 'rows' };
}

export type TableReading =
  | { kind: 'table'; table: Table }
  /** `large`: a table of more rows than can be edited as one. `other`: JSON, but no table. */
  | { kind: 'empty' | 'broken' | 'other' | 'large' };

/** Reads a JSON text as a table: an object of equally long lists, or a list of flat objects. */
export function readTable(text: string): TableReading {
  if (text.trim() === '') return { kind: 'empty' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'broken' };
  }
  const table = Array.isArray(value) ? fromRows(value) : isPlain(value) ? fromColumns(value) : undefined;
  if (!table) return { kind: 'other' };
  return table.rows.length > MAX_ROWS ? { kind: 'large' } : { kind: 'table', table };
}

/** The names under which the columns are sent: none is empty, none stands twice. */
export function sentNames(columns: readonly string[]): string[] {
  const taken = new Set<string>();
  return columns.map((column, index) => {
    const wanted = column.trim() === '' ? columnLetter(index) : column.trim();
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted} ${count}`;
    taken.add(name);
    return name;
  });
}

/** A member of an object as text: an object of our own would put names that are numbers first. */
const member = (name: string, value: Cell | readonly Cell[]): string =>
  `${JSON.stringify(name)}:${JSON.stringify(value)}`;

/** The JSON of a table, without empty rows at its end and columns that say nothing; undefined where nothing is left. */
export function tableText({ columns, rows, shape }: Table): string | undefined {
  let height = rows.length;
  while (height > 0 && rows[height - 1]?.every((cell) => cell === null)) height -= 1;
  const filled = rows.slice(0, height);
  const names = sentNames(columns);
  const kept = names.flatMap((name, at) =>
    columns[at]?.trim() || filled.some((row) => (row[at] ?? null) !== null) ? [{ name, at }] : [],
  );
  if (height === 0 || kept.length === 0) return undefined;
  if (shape === 'columns')
    return `{${kept
      .map(({ name, at }) =>
        member(
          name,
          filled.map((row) => row[at] ?? null),
        ),
      )
      .join(',')}}`;
  return `[${filled.map((row) => `{${kept.map(({ name, at }) => member(name, row[at] ?? null)).join(',')}}`).join(',')}]`;
}

import type { Database, Row } from '../database';
import type { FoundRow } from './sqlite-pages';
import type { Cell } from './sqlite-record';
import { JOB_STATES } from '../../../shared/job';

interface Column {
  name: string;
  type: string;
  notNull: boolean;
  hasDefault: boolean;
}

/** A table as it is stored: what its rows look like on a page. */
export interface Table {
  name: string;
  /** In the order of the record. */
  columns: Column[];
  /** The column that is the row id itself and lies in no record. */
  alias: string | null;
  key: string[];
  withoutRowid: boolean;
}

/** Tables of the search are made anew from the jobs. */
export function tablesOf(database: Database): Table[] {
  const tables = database
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .all()
    .filter(({ name, sql }) => !/^CREATE VIRTUAL/i.test(String(sql)) && !String(name).startsWith('job_text'));
  return tables.map(({ name, sql }) => tableOf(database, String(name), /WITHOUT ROWID/i.test(String(sql))));
}

function tableOf(database: Database, name: string, withoutRowid: boolean): Table {
  const info = database.prepare(`SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)`).all(name);
  const keys = info.filter(({ pk }) => Number(pk) > 0).sort((one, other) => Number(one['pk']) - Number(other['pk']));
  const [first] = keys;
  const isAlias = !withoutRowid && keys.length === 1 && first?.['type'] === 'INTEGER';
  const stored = withoutRowid ? [...keys, ...info.filter(({ pk }) => Number(pk) === 0)] : info;
  return {
    name,
    columns: stored.map((row) => ({
      name: String(row['name']),
      type: String(row['type']),
      notNull: Number(row['notnull']) === 1 || Number(row['pk']) > 0,
      hasDefault: row['dflt_value'] !== null,
    })),
    alias: isAlias ? String(first['name']) : null,
    key: keys.map((row) => String(row['name'])),
    withoutRowid,
  };
}

function fits(cell: Cell, { type, notNull }: Column): boolean {
  if (cell === null) return !notNull;
  switch (type) {
    case 'INTEGER':
      return typeof cell === 'number' && Number.isInteger(cell);
    case 'TEXT':
      return typeof cell === 'string';
    case 'REAL':
      return typeof cell === 'number';
    default:
      return cell instanceof Uint8Array;
  }
}

const JSON_COLUMNS: ReadonlySet<string> = new Set([
  ...['jobs.input', 'jobs.error', 'job_events.params', 'exchanges.content', 'drafts.content', 'figures.content'],
]);
const STATES: ReadonlySet<unknown> = new Set(JOB_STATES);

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What no row of ours holds: the rest of a page that was overwritten. */
function makesSense(table: Table, row: Row): boolean {
  if (table.name === 'jobs' && !STATES.has(row['state'])) return false;
  return Object.entries(row).every(([column, value]) => {
    if (typeof value !== 'string') return true;
    if (value.includes('\0')) return false;
    return !JSON_COLUMNS.has(`${table.name}.${column}`) || parses(value);
  });
}

/** A row of this table, or undefined where it is none or holds damage. */
export function asRow(table: Table, { rowid, cells }: FoundRow): Row | undefined {
  if ((rowid === null) !== table.withoutRowid || cells.length > table.columns.length) return undefined;
  const row: Record<string, Cell> = {};
  for (const [index, column] of table.columns.entries()) {
    const cell = cells[index];
    if (column.name === table.alias) {
      if (cell !== null) return undefined;
      row[column.name] = rowid;
    } else if (cell === undefined) {
      // rows that were written before the column was added end earlier
      if (column.notNull && !column.hasDefault) return undefined;
    } else if (!fits(cell, column)) return undefined;
    else row[column.name] = cell;
  }
  return makesSense(table, row) ? row : undefined;
}

/** The columns of a row that SQLite itself could still read. */
export function checkedRow(table: Table, row: Row): Row | undefined {
  const known = table.columns.filter(({ name }) => row[name] !== undefined);
  const picked = Object.fromEntries(known.map(({ name }) => [name, row[name] ?? null]));
  const complete = table.columns.every(
    ({ name, notNull, hasDefault }) => picked[name] !== undefined || !notNull || hasDefault,
  );
  return complete && makesSense(table, picked) ? picked : undefined;
}

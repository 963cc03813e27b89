import { DatabaseSync } from '@photostructure/sqlite';
import { findEndpoint } from '../../../shared/endpoints/index';
import type { Database, Row, Statement } from '../database';
import { searchText } from '../search-text';
import { lostJobs } from './lost-jobs';
import { scanPages } from './sqlite-pages';
import { asRow, checkedRow, type Table, tablesOf } from './tables';

export interface Rescued {
  jobs: number;
  /** Rows of all tables. */
  rows: number;
  /** Jobs of which hardly more than their name at the server was left. */
  remains: number;
}

const BATCH = 500;

function openDamaged(path: string): InstanceType<typeof DatabaseSync> | undefined {
  try {
    const raw = new DatabaseSync(path, { readOnly: true });
    raw.prepare('SELECT count(*) FROM sqlite_schema').get();
    return raw;
  } catch {
    return undefined; // its first page is gone: the others are read one by one
  }
}

/** What SQLite itself still reads; false where it does not come to the end. */
function readBySql(raw: InstanceType<typeof DatabaseSync>, table: Table, take: (row: Row) => void): boolean {
  try {
    if (table.withoutRowid) {
      for (const row of raw.prepare(`SELECT * FROM ${table.name}`).all() as Row[]) take(row);
      return true;
    }
    const next = raw.prepare(
      `SELECT rowid AS found_at, * FROM ${table.name} NOT INDEXED WHERE rowid > ? ORDER BY rowid LIMIT ${BATCH}`,
    );
    for (let after = Number.MIN_SAFE_INTEGER; ;) {
      const rows = next.all(after) as Row[];
      rows.forEach(take);
      if (rows.length < BATCH) return true;
      after = Number(rows.at(-1)?.['found_at']);
    }
  } catch {
    return false;
  }
}

function inserter(database: Database, table: Table): (row: Row) => boolean {
  const statements = new Map<string, Statement>();
  const insert = (row: Row): boolean => {
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    const statement = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, statement);
    try {
      statement.run(...Object.values(row));
      return true;
    } catch {
      return false; // its job is not there (yet), or the row is there already
    }
  };
  return (row) => {
    if (insert(row)) return true;
    // another row may have its number already: the number is nobody's name
    const rest = Object.entries(row).filter(([name]) => name !== table.alias);
    return table.alias !== null && insert(Object.fromEntries(rest));
  };
}

function writeSearch(database: Database): void {
  const insert = database.prepare('INSERT INTO job_text (rowid, title, body, description) VALUES (?, ?, ?, ?)');
  const jobs = database.prepare(
    'SELECT seq, endpoint, title, description, input FROM jobs WHERE seq NOT IN (SELECT rowid FROM job_text)',
  );
  for (const { seq, endpoint, title, description, input } of jobs.all()) {
    const schema = findEndpoint(String(endpoint))?.input;
    const values = JSON.parse(String(input)) as Record<string, unknown>;
    insert.run(seq ?? null, title ?? '', schema ? searchText(schema, values) : '', description ?? '');
  }
}

/**
 * Brings what can still be read of a damaged history into a sound one, which may hold jobs already. Row by row, first
 * as SQLite reads them, then from the pages that it reaches no more; jobs come first, for their task ids are what a
 * paid result is fetched by.
 */
export function rescueHistory(damagedPath: string, target: Database): Rescued {
  const raw = openDamaged(damagedPath);
  const tables = tablesOf(target).sort((one, other) => Number(other.name === 'jobs') - Number(one.name === 'jobs'));
  const counts: Rescued = { jobs: 0, rows: 0, remains: 0 };
  const waiting: { put: (row: Row) => boolean; row: Row }[] = [];
  try {
    const unfinished: { table: Table; put: (row: Row) => boolean; seen: Set<string> }[] = [];
    for (const table of tables) {
      const insert = inserter(target, table);
      const put = (row: Row): boolean => {
        if (!insert(row)) return false;
        counts.rows += 1;
        if (table.name === 'jobs') counts.jobs += 1;
        return true;
      };
      const seen = new Set<string>();
      const take = (found: Row): void => {
        const row = checkedRow(table, found);
        if (!row) return;
        seen.add(keyOf(table, row));
        if (!put(row)) waiting.push({ put, row });
      };
      const done = raw !== undefined && target.transaction(() => readBySql(raw, table, take));
      if (!done) unfinished.push({ table, put, seen });
    }
    if (unfinished.length > 0)
      target.transaction(() => {
        scanFor(damagedPath, unfinished, waiting);
      });
    target.transaction(() => {
      counts.remains = lostJobs(
        raw,
        target,
        waiting.map(({ row }) => row),
      );
      for (const { put, row } of waiting) put(row);
      writeSearch(target);
    });
  } finally {
    raw?.close();
  }
  return counts;
}

const keyOf = (table: Table, row: Row): string => JSON.stringify(table.key.map((name) => row[name] ?? null));

function scanFor(
  path: string,
  tables: readonly { table: Table; put: (row: Row) => boolean; seen: Set<string> }[],
  waiting: { put: (row: Row) => boolean; row: Row }[],
): void {
  for (const found of scanPages(path)) {
    for (const { table, put, seen } of tables) {
      const row = asRow(table, found);
      if (!row) continue;
      const key = keyOf(table, row);
      if (seen.has(key)) break;
      seen.add(key);
      // children may lie before their jobs
      if (table.name !== 'jobs' || !put(row)) waiting.push({ put, row });
      break;
    }
  }
}

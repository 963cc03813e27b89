import type { Database, Row } from './database';

/** A row's columns without those by which its table numbers its rows itself. */
function contentOf(database: Database, table: string, row: Row): Row {
  const numbers = database
    .prepare(`SELECT name FROM pragma_table_info('${table}') WHERE pk = 1 AND type = 'INTEGER'`)
    .all()
    .map(({ name }) => String(name));
  return Object.fromEntries(Object.entries(row).filter(([name]) => !numbers.includes(name)));
}

function insert(database: Database, table: string, row: Row): number {
  const names = Object.keys(row);
  const places = names.map(() => '?').join(', ');
  return database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(...Object.values(row))
    .lastId;
}

/** The tables that say something of a job, whichever these are in this version. */
function tablesOfJobs(database: Database): string[] {
  return database
    .prepare(
      `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c ON c.name = 'job_id'
       WHERE m.type = 'table' ORDER BY m.name`,
    )
    .all()
    .map(({ name }) => String(name));
}

/**
 * Copies a job with all that is known of it into another history of the same version, as one that is to be asked about
 * at `now`. All of it or nothing.
 */
export function copyJob(
  from: Database,
  to: Database,
  { id, state, now }: { id: string; state: 'queued' | 'blocked'; now: number },
): void {
  const job = from.prepare('SELECT * FROM jobs WHERE id = ?').get(id);
  if (!job) return;
  const text = from.prepare('SELECT title, body, description FROM job_text WHERE rowid = ?').get(job['seq'] ?? 0);
  const taken = to.prepare('SELECT 1 FROM jobs WHERE created_at = ?');
  to.transaction(() => {
    let createdAt = Number(job['created_at']);
    while (taken.get(createdAt)) createdAt += 1;
    const seq = insert(to, 'jobs', {
      ...contentOf(from, 'jobs', job),
      created_at: createdAt,
      state,
      next_poll_at: now,
      finished_at: null,
      error: null,
      failures: 0,
      missing: 0,
      process: null,
      process_birth: null,
      handed_over: null,
    });
    if (text) insert(to, 'job_text', { rowid: seq, ...text });
    for (const table of tablesOfJobs(from))
      for (const row of from.prepare(`SELECT * FROM ${table} WHERE job_id = ?`).all(id))
        insert(to, table, contentOf(from, table, row));
  });
}

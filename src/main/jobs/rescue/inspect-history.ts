import { DatabaseSync } from '@photostructure/sqlite';

/** Null where all is sound, else SQLite's or our own words on the first thing that is not, for the log. */
export type Finding = string | null;

const STRICT_TEXT = new TextDecoder('utf-8', { fatal: true });
const BATCH = 200;

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    STRICT_TEXT.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** SQLite keeps no sums of its pages: what was overwritten inside a long text shows by being no text. */
function findText(raw: InstanceType<typeof DatabaseSync>): Finding {
  const tables = raw
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .all() as { name: string; sql: string }[];
  for (const { name, sql } of tables) {
    const info = raw.prepare('SELECT name, type FROM pragma_table_info(?)').all(name) as {
      name: string;
      type: string;
    }[];
    // the search's own tables declare no types
    const texts = info.filter(({ type }) => type === 'TEXT' || (name === 'job_text_content' && type === ''));
    if (texts.length === 0) continue;
    const columns = texts.map(({ name: column }) => `CAST(${quoted(column)} AS BLOB) AS ${quoted(column)}`).join(', ');
    const finding = /WITHOUT ROWID/i.test(sql)
      ? raw
          .prepare(`SELECT ${columns} FROM ${quoted(name)}`)
          .all()
          .some((row) => !rowIsText(row as TextRow))
      : !rowsAreText(raw, `SELECT rowid AS found_at, ${columns} FROM ${quoted(name)}`);
    if (finding) return `text of ${name} is damaged`;
  }
  return null;
}

type TextRow = Record<string, unknown>;

const rowIsText = (row: TextRow): boolean =>
  Object.values(row).every((value) => !(value instanceof Uint8Array) || isText(value));

function rowsAreText(raw: InstanceType<typeof DatabaseSync>, select: string): boolean {
  const next = raw.prepare(`${select} WHERE rowid > ? ORDER BY rowid LIMIT ${BATCH}`);
  for (let after = Number.MIN_SAFE_INTEGER; ;) {
    const rows = next.all(after) as TextRow[];
    if (!rows.every(rowIsText)) return false;
    if (rows.length < BATCH) return true;
    after = Number(rows.at(-1)?.['found_at']);
  }
}

/**
 * Looks through a whole history: its trees, its indexes against its tables, the search's index, and its texts. Reads
 * only, beside whoever writes; takes seconds for a large one, and so belongs into a thread of its own.
 */
export function inspectHistory(path: string): Finding {
  let raw: InstanceType<typeof DatabaseSync> | undefined;
  try {
    raw = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    const [verdict] = raw.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[];
    if (verdict?.integrity_check !== 'ok') return verdict?.integrity_check ?? 'no answer';
    return findText(raw);
  } catch (error) {
    return isDamage(error) ? (error as Error).message : null;
  } finally {
    raw?.close();
  }
}

/** A busy or vanished file is another matter than a damaged one. */
function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
  return code === 11 || code === 26;
}

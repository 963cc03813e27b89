import { renameSync, rmSync } from 'node:fs';
import { AppError } from '../../shared/app-error';
import type { Database } from './database';

/** The file was written by a later version of the program; nothing in it was touched. */
export class DatabaseTooNewError extends AppError {
  constructor(
    readonly found: number,
    readonly known: number,
  ) {
    super('history_too_new', { params: { found, known } });
    this.name = 'DatabaseTooNewError';
  }
}

/** Step n leads from user_version n to n + 1. A step that was released is never changed. */
const STEPS: readonly string[] = [
  `
  CREATE TABLE jobs (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    endpoint TEXT NOT NULL,
    provider TEXT NOT NULL,
    profile_id TEXT NOT NULL,
    profile_name TEXT NOT NULL,
    base_url TEXT NOT NULL,
    title TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    created_at INTEGER NOT NULL UNIQUE,
    state TEXT NOT NULL,
    remote_id TEXT,
    sent_at INTEGER,
    accepted_at INTEGER,
    finished_at INTEGER,
    next_poll_at INTEGER,
    poll_count INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    missing INTEGER NOT NULL DEFAULT 0,
    units INTEGER,
    seen INTEGER NOT NULL DEFAULT 1,
    -- last, for long texts spill over into pages that lists need not read
    error TEXT,
    description TEXT,
    input TEXT NOT NULL
  ) STRICT;
  CREATE INDEX jobs_by_state ON jobs (state, next_poll_at);

  CREATE TABLE job_events (
    id INTEGER PRIMARY KEY,
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    count INTEGER NOT NULL,
    params TEXT
  ) STRICT;
  CREATE INDEX job_events_by_job ON job_events (job_id, id);

  CREATE TABLE assets (
    job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    format TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    width INTEGER,
    height INTEGER,
    PRIMARY KEY (job_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE exchanges (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT REFERENCES jobs (id) ON DELETE CASCADE,
    content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX exchanges_by_job ON exchanges (job_id, id);

  CREATE TABLE drafts (
    endpoint TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Trigrams find parts of words in any script: Chinese has no spaces between its words.
  CREATE VIRTUAL TABLE job_text USING fts5 (title, body, description, tokenize = 'trigram remove_diacritics 1');
  `,
  `
  -- The process that sends a job: the command line, of which several may run, tells by it what a killed one left.
  ALTER TABLE jobs ADD COLUMN process INTEGER;

  -- Answers to submissions that hold the end already, until their outputs lie in the file store.
  CREATE TABLE job_answers (
    job_id TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    content TEXT NOT NULL
  ) STRICT;

  -- Which of two address formats a server answered to.
  CREATE TABLE url_formats (
    endpoint TEXT NOT NULL,
    base_url TEXT NOT NULL,
    format TEXT NOT NULL,
    PRIMARY KEY (endpoint, base_url)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Every webhook asks whether its task is one of ours.
  CREATE INDEX jobs_by_remote_id ON jobs (remote_id) WHERE remote_id IS NOT NULL;
  `,
  `
  -- Figures that are composed; panels name files of the store.
  CREATE TABLE figures (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    panels INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    content TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- What came for a submission, on the disk before anybody tried to understand it: its first bytes as they came.
  CREATE TABLE submission_answers (
    job_id TEXT PRIMARY KEY REFERENCES jobs (id) ON DELETE CASCADE,
    status INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    whole INTEGER NOT NULL,
    head BLOB NOT NULL
  ) STRICT;
  `,
  `
  -- Files that never came whole: kept as they came.
  ALTER TABLE assets ADD COLUMN incomplete INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- When the process of a job was born: its id alone may be another's by now.
  ALTER TABLE jobs ADD COLUMN process_birth TEXT;
  -- A command line's job that the window took over: 'going' until it is written there, then 'gone'.
  ALTER TABLE jobs ADD COLUMN handed_over TEXT;
  -- Until now the column told who sends a job; from now on also who follows it, and that was nobody for good.
  UPDATE jobs SET process = NULL WHERE state NOT IN ('prepared', 'sending');
  `,
];

function versionOf(database: Database): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

function backUp(database: Database, path: string, version: number): void {
  const backup = `${path}.before-migration-from-${version}`;
  const temporary = `${backup}.tmp`;
  rmSync(temporary, { force: true });
  database.exec(`VACUUM INTO '${temporary.replaceAll("'", "''")}'`);
  renameSync(temporary, backup);
}

/**
 * Brings the database to the newest format, each step in a transaction of its own, after copying a database
 * that holds something to `<path>.before-migration-from-<version>`. Throws DatabaseTooNewError.
 */
export function migrate(database: Database, path: string, steps: readonly string[] = STEPS): void {
  const found = versionOf(database);
  if (found > steps.length) throw new DatabaseTooNewError(found, steps.length);
  for (let version = found; version < steps.length; version += 1) {
    if (found > 0) backUp(database, path, version);
    database.transaction(() => {
      // two command lines may have opened the same new history at the same time
      if (versionOf(database) !== version) return;
      database.exec(steps[version] ?? '');
      database.exec(`PRAGMA user_version = ${version + 1}`);
    });
  }
}

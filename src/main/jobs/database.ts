import { DatabaseSync } from '@photostructure/sqlite';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import type { Log } from '../../shared/log';
import { makeFolder } from '../assets/make-folder';
import { migrate } from './migrations';
import { moveAside } from './move-aside';
import { createReserve, type Reserve } from './reserve';
import { whileAlone } from './opening-lock';

type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, SqlValue>>;

export interface Statement {
  run(...values: SqlValue[]): { changes: number; lastId: number };
  get(...values: SqlValue[]): Row | undefined;
  all(...values: SqlValue[]): Row[];
}

/** The history's database. Every write is on the disk when its call returns. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  /** All of `work` or nothing of it; may be nested, then it belongs to the outer one. */
  transaction<T>(work: () => T): T;
  /** As `transaction`; where the disk is full the room that `holdRoom` keeps is given up for it. */
  urgently<T>(work: () => T): T;
  /** Keeps room on the disk for what must be written later. Throws disk_full where there is none. */
  holdRoom(): void;
  close(): void;
}

export interface OpenedDatabase {
  database: Database;
  /** Where an unreadable database was moved to; null where all was well. */
  damagedFile: string | null;
}

/** A disk that is busy with other work can hold a commit up for seconds. */
const BUSY_TIMEOUT_MS = 20_000;
/** SQLite's primary result codes. */
const SQLITE = {
  noAccess: 3,
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cantOpen: 14,
  notADatabase: 26,
} as const;

function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE.corrupt || code === SQLITE.notADatabase;
}

/** A full or failing disk is expected and has words; everything else stays what it is. */
function asAppError(error: unknown): unknown {
  switch (sqliteCode(error)) {
    case SQLITE.full:
      return new AppError('disk_full', {}, { cause: error });
    case SQLITE.noAccess:
    case SQLITE.busy:
    case SQLITE.readOnly:
    case SQLITE.locked:
    case SQLITE.ioError:
    case SQLITE.cantOpen:
    case SQLITE.corrupt:
      return new AppError('disk_error', { detail: (error as Error).message }, { cause: error });
    default:
      return error;
  }
}

/** The driver ends a text at its first NUL: what stands behind it would be lost. */
const withoutNul = (value: SqlValue): SqlValue =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;

const outOfRoom = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'disk_full' || error.code === 'disk_error');

function wrap(raw: InstanceType<typeof DatabaseSync>, reserve: Reserve, onDamage?: (reason: string) => void): Database {
  let depth = 0;
  function guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) onDamage?.(String(error));
      throw asAppError(error);
    }
  }
  const exec = (sql: string): void => {
    guarded(() => {
      raw.exec(sql);
    });
  };
  const database: Database = {
    exec,
    prepare(sql) {
      const statement = guarded(() => raw.prepare(sql));
      return {
        run: (...values) =>
          guarded(() => {
            const { changes, lastInsertRowid } = statement.run(...values.map(withoutNul));
            return { changes, lastId: Number(lastInsertRowid) };
          }),
        get: (...values) => guarded(() => statement.get(...values) as Row | undefined),
        all: (...values) => guarded(() => statement.all(...values) as Row[]),
      };
    },
    transaction(work) {
      if (depth > 0) return work();
      // taken at once: a reader that becomes a writer half-way could meet SQLITE_BUSY without waiting
      exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = work();
        exec('COMMIT');
        return result;
      } catch (error) {
        // after a full disk SQLite has rolled back by itself
        if (raw.isTransaction) raw.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    urgently(work) {
      try {
        return database.transaction(work);
      } catch (error) {
        if (depth > 0 || !outOfRoom(error) || !reserve.giveUp()) throw error;
        return database.transaction(work);
      }
    },
    holdRoom: reserve.hold,
    close() {
      if (!raw.isOpen) return;
      // SQLite itself only does this once all statements are collected as garbage, which may be never
      try {
        raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      } finally {
        raw.close();
      }
    },
  };
  return database;
}

function openSound(
  path: string,
  { steps, onDamage }: { steps: readonly string[] | undefined; onDamage: OpenOptions['onDamage'] },
): Database {
  // a log with something in it means that the last process did not close: only then the whole file is looked through
  // (1.4 s for 50 MB, some 2000 jobs with long prompts, on a busy machine with two cores)
  const unclean = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  const raw = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    raw.exec('PRAGMA journal_mode = WAL');
    // FULL: an intent must outlive a power cut, not only a crash of the program. In WAL mode that is one
    // fsync a write: 0.5 ms in the median, 1.7 ms at the 95th percentile where it was measured (NVMe, ext4).
    raw.exec('PRAGMA synchronous = FULL');
    if (unclean) {
      const [verdict] = raw.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
      if (verdict?.quick_check !== 'ok')
        throw Object.assign(new Error(verdict?.quick_check), { errcode: SQLITE.corrupt });
    }
    const database = wrap(raw, createReserve(`${path}.reserve`), onDamage);
    migrate(database, path, steps);
    return database;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** Whether an error means that pages of the file are damaged. */
export function damageOf(error: unknown): boolean {
  return isDamage(error) || (error instanceof AppError && isDamage(error.cause));
}

interface OpenOptions {
  /** ms to wait while others open the same file; two minutes where left out. */
  patience?: number;
  clock: Clock;
  log: Log;
  /** Formats of a file of its own kind; the history's where left out. */
  steps?: readonly string[];
  /** SQLite has met a damaged page while the file was in use. */
  onDamage?: (reason: string) => void;
}

function makeFolderOf(path: string): void {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    throw new AppError('disk_error', { detail: (error as Error).message }, { cause: error });
  }
}

/**
 * Opens the history, makes or migrates it. A damaged file is moved aside (`<name>.damaged-<time>`), never
 * deleted, and a new history begun. Throws DatabaseTooNewError, and AppError `disk_full` or `disk_error`.
 */
export function openDatabase(path: string, options: OpenOptions): OpenedDatabase {
  makeFolderOf(path);
  try {
    return whileAlone(path, () => openOrBegin(path, options), options.patience);
  } catch (error) {
    throw asAppError(error);
  }
}

function openOrBegin(path: string, { clock, log, steps, onDamage }: OpenOptions): OpenedDatabase {
  try {
    return { database: openSound(path, { steps, onDamage }), damagedFile: null };
  } catch (error) {
    if (!damageOf(error)) throw error;
    const damagedFile = moveAside(path, clock);
    log.error('history damaged, moved aside', { reason: String(error) });
    return { database: openSound(path, { steps, onDamage }), damagedFile };
  }
}

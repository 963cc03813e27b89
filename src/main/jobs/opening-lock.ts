import { DatabaseSync } from '@photostructure/sqlite';

/** The longest that others may open a history: it is migrated step by step, and copied before each. */
const LONGEST_WAIT_MS = 120_000;

/**
 * Opens a database while no other process opens the same one: the first migrates it and makes the copies, the others
 * wait and find it done. The lock is SQLite's own, on an empty file beside the database, so that it goes with its
 * process however that ends. The database itself can't be locked for it: it is not copied inside a transaction.
 */
export function whileAlone<T>(path: string, work: () => T, patience = LONGEST_WAIT_MS): T {
  if (path === ':memory:') return work();
  const lock = new DatabaseSync(`${path}.lock`, { timeout: patience });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return work();
  } finally {
    lock.close();
  }
}

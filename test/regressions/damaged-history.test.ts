import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/main/jobs/database';
import { inspectHistory } from '../../src/main/jobs/rescue/inspect-history';
import { rescueHistory } from '../../src/main/jobs/rescue/rescue-history';
import { scanPages } from '../../src/main/jobs/rescue/sqlite-pages';
import { asRow, tablesOf } from '../../src/main/jobs/rescue/tables';
import { historyTools, pageCount, rowsOf, withDamage, writeHistory } from '../support/history-file';
import { temporaryFolder } from '../support/temporary-folder';

// one page of SQLite's file after the other holds zeros or noise: 13 of 24 did harm that nobody was told of

/** The rows of the sound file, and which pages each of them lies on, as SQLite and as the pages tell them. */
function sound(folder: string) {
  const path = writeHistory(join(folder, 'history.db'), 16);
  const { database } = openDatabase(path, historyTools());
  const rows = rowsOf(database);
  const pagesOf = new Map<string, number[]>();
  const keys = { jobs: 'id', job_events: 'id', assets: 'job_id', exchanges: 'id', drafts: 'endpoint' };
  for (const found of scanPages(path)) {
    for (const table of tablesOf(database)) {
      const row = asRow(table, found);
      const key = keys[table.name as keyof typeof keys];
      if (!row || key === undefined) continue;
      pagesOf.set(`${table.name} ${String(row[key])}`, found.pages);
      break;
    }
  }
  database.close();
  return { path, rows, pagesOf };
}

it('reads every row of a sound file from its pages alone', () => {
  const { rows, pagesOf } = sound(temporaryFolder());
  const stored = [...rows.keys()].filter((key) => !key.startsWith('job_text'));
  expect([...pagesOf.keys()].sort()).toEqual(stored.sort());
  expect([...pagesOf.values()].some((pages) => pages.length > 1)).toBe(true);
});

it('says nothing of a sound history', () => {
  expect(inspectHistory(sound(temporaryFolder()).path)).toBeNull();
});

it('finds damage of any page, or there is no harm; all that lies elsewhere is rescued', { timeout: 120_000 }, () => {
  const folder = temporaryFolder();
  const { path, rows, pagesOf } = sound(folder);
  const pages = pageCount(path);
  const seen = { told: 0, harmless: 0 };
  // the whole form, both on every page of 302: 594 told, 10 without harm, 0 rows lost that lay elsewhere
  for (let page = 1; page <= pages; page += 1) {
    const how = page % 2 === 0 ? 'zeros' : 'noise';
    const copy = withDamage(path, join(folder, `damaged-${how}-${page}.db`), page, how);
    const told = inspectHistory(copy) !== null;
    seen[told ? 'told' : 'harmless'] += 1;
    if (!told) {
      const { database, damagedFile } = openDatabase(copy, historyTools());
      expect({ page, damagedFile, same: rowsOf(database) }).toEqual({ page, damagedFile: null, same: rows });
      database.close();
      continue;
    }
    const { database } = openDatabase(join(folder, `rescued-${how}-${page}.db`), historyTools());
    rescueHistory(copy, database);
    const rescued = rowsOf(database);
    const missing = [...rows.keys()].filter((key) => !key.startsWith('job_text') && !rescued.has(key));
    const elsewhere = missing.filter((key) => !pagesOf.get(key)?.includes(page));
    expect({ page, elsewhere }).toEqual({ page, elsewhere: [] });
    // what came back is what was there, up to a text that lay on the page itself
    const changed = [...pagesOf].filter(
      ([key, on]) => rescued.has(key) && !on.includes(page) && rescued.get(key) !== rows.get(key),
    );
    expect({ page, changed }).toEqual({ page, changed: [] });
    expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
    database.close();
  }
  expect(seen.told).toBeGreaterThan(pages / 2);
});

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../../src/main/jobs/database';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeLog } from '../../../support/fake-log';
import { temporaryFolder } from '../../../support/temporary-folder';

function open(path: string) {
  const log = createFakeLog();
  return { log, ...openDatabase(path, { clock: createFakeClock(), log }) };
}

const one = (sql: string, database: ReturnType<typeof open>['database']) =>
  Object.values(database.prepare(sql).get() ?? {})[0];

it('writes ahead, syncs every write and holds foreign keys', () => {
  const { database } = open(join(temporaryFolder(), 'deep', 'history.db'));
  expect(one('PRAGMA journal_mode', database)).toBe('wal');
  expect(one('PRAGMA synchronous', database)).toBe(2);
  expect(one('PRAGMA foreign_keys', database)).toBe(1);
  expect(one('PRAGMA busy_timeout', database)).toBe(20_000);
  database.close();
});

it('takes back a transaction that fails, with those inside it', () => {
  const { database } = open(join(temporaryFolder(), 'history.db'));
  const insert = database.prepare("INSERT INTO drafts VALUES (?, '{}', 1)");
  expect(() =>
    database.transaction(() => {
      insert.run('a');
      database.transaction(() => insert.run('b'));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(one('SELECT count(*) FROM drafts', database)).toBe(0);
  database.transaction(() => insert.run('c'));
  expect(one('SELECT count(*) FROM drafts', database)).toBe(1);
  database.close();
});

it('moves a file that is no database aside and begins a new one', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'history.db');
  writeFileSync(path, 'this was never a database');
  const { database, damagedFile, log } = open(path);
  expect(damagedFile).toBe(`${path}.damaged-2026-01-15T09-00-00-000Z`);
  expect(readFileSync(damagedFile ?? '', 'utf8')).toBe('this was never a database');
  expect(one('SELECT count(*) FROM jobs', database)).toBe(0);
  expect(log.lines).toEqual(['error: history damaged, moved aside']);
  database.close();
});

/** A history of some pages, changed by `damage`, as a program that did not close has left it. */
function damagedHistory(damage: (bytes: Buffer) => Buffer): string {
  const folder = temporaryFolder();
  const sound = open(join(folder, 'sound.db'));
  const insert = sound.database.prepare('INSERT INTO drafts VALUES (?, ?, 1)');
  for (let n = 0; n < 200; n += 1) insert.run(`endpoint-${n}`, 'x'.repeat(500));
  sound.database.close();
  const path = join(folder, 'history.db');
  writeFileSync(path, damage(readFileSync(join(folder, 'sound.db'))));
  writeFileSync(`${path}-wal`, 'left behind');
  return path;
}

it.each([
  ['overwritten', (bytes: Buffer) => bytes.fill(0xaa, 4096 * 20)],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 4096 * 20)],
])('finds a history that was %s, and moves it aside', (_, damage) => {
  const path = damagedHistory(damage);
  const { database, damagedFile } = open(path);
  expect(damagedFile).not.toBeNull();
  expect(existsSync(damagedFile ?? '')).toBe(true);
  expect(one('SELECT count(*) FROM drafts', database)).toBe(0);
  database.close();
});

it('keeps a sound history that was not closed', () => {
  const { database, damagedFile } = open(damagedHistory((bytes) => bytes));
  expect(damagedFile).toBeNull();
  expect(one('SELECT count(*) FROM drafts', database)).toBe(200);
  database.close();
});

it('opens a sound database again without touching it', () => {
  const path = join(temporaryFolder(), 'history.db');
  const first = open(path);
  first.database.exec("INSERT INTO drafts VALUES ('a', '{}', 1)");
  first.database.close();
  expect(statSync(`${path}-wal`).size).toBe(0);
  const second = open(path);
  expect(second.damagedFile).toBeNull();
  expect(one('SELECT count(*) FROM drafts', second.database)).toBe(1);
  second.database.close();
});

it('says disk_full where the disk is full', () => {
  const { database } = open(join(temporaryFolder(), 'history.db'));
  database.exec('PRAGMA max_page_count = 1');
  const insert = database.prepare('INSERT INTO drafts VALUES (?, ?, 1)');
  expect(() => insert.run('a', 'x'.repeat(1_000_000))).toThrow(expect.objectContaining({ code: 'disk_full' }));
  database.close();
});

it('makes a folder that only its owner can read, and says where the system makes none', () => {
  const folder = temporaryFolder();
  open(join(folder, 'live', 'history.db')).database.close();
  expect(statSync(join(folder, 'live')).mode & 0o077).toBe(0);
  writeFileSync(join(folder, 'file'), '');
  expect(() => open(join(folder, 'file', 'live', 'history.db'))).toThrow(
    expect.objectContaining({ code: 'disk_error' }) as Error,
  );
});

import { DatabaseSync } from '@photostructure/sqlite';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../../src/main/jobs/database';
import { createJobRepository } from '../../../../src/main/jobs/job-repository';
import { DatabaseTooNewError, migrate } from '../../../../src/main/jobs/migrations';
import { createFakeClock } from '../../../support/fake-clock';
import { createFakeLog } from '../../../support/fake-log';
import { temporaryFolder } from '../../../support/temporary-folder';

const clock = createFakeClock();
const tools = { clock, log: createFakeLog() };

/** The history as the first version of the program left it. */
function oldHistory(): string {
  const path = join(temporaryFolder(), 'history.db');
  const raw = new DatabaseSync(path);
  raw.exec(readFileSync(join(__dirname, '../../../fixtures/history-v1.sql'), 'utf8'));
  raw.close();
  return path;
}

const versionOf = (database: Database): number =>
  Number(database.prepare('PRAGMA user_version').get()?.['user_version']);

/** Steps that have been taken already: what stands in them does not matter. */
const released = (count: number): string[] => Array.from({ length: count }, () => '');

it('reads what the first version wrote', () => {
  const { database, damagedFile } = openDatabase(oldHistory(), tools);
  expect(damagedFile).toBeNull();
  const repository = createJobRepository(database, clock);
  expect(repository.list({ scope: 'library', text: 'encoder', limit: 10 }).jobs).toMatchObject([
    { id: 'old-done', state: 'done', description: 'Boxes and arrows.', assets: [{ format: 'png', width: 640 }] },
  ]);
  expect(repository.idsIn('running')).toEqual(['old-running']);
  database.close();
});

it('takes each step once and keeps a copy of what was there before', () => {
  const path = oldHistory();
  const { database } = openDatabase(path, tools);
  const known = versionOf(database);
  const steps = [...released(known), 'ALTER TABLE drafts ADD COLUMN note TEXT', "UPDATE drafts SET note = 'kept'"];
  migrate(database, path, steps);
  migrate(database, path, steps);
  expect(database.prepare('SELECT note FROM drafts').all()).toEqual([expect.objectContaining({ note: 'kept' })]);
  expect(readdirSync(join(path, '..')).filter((name) => name.includes('before'))).toEqual(
    Array.from({ length: known + 1 }, (_, index) => `history.db.before-migration-from-${index + 1}`),
  );
  database.close();
  const copy = new DatabaseSync(`${path}.before-migration-from-${known}`);
  expect(() => copy.prepare('SELECT note FROM drafts')).toThrow('no such column');
  expect(copy.prepare('SELECT count(*) AS n FROM jobs').get()).toMatchObject({ n: 2 });
  copy.close();
});

it('leaves everything as it was when a step fails', () => {
  const path = oldHistory();
  const { database } = openDatabase(path, tools);
  const known = versionOf(database);
  const broken = [...released(known), 'DELETE FROM jobs; SELECT nonsense FROM nowhere'];
  expect(() => migrate(database, path, broken)).toThrow('no such table');
  expect(database.prepare('SELECT count(*) AS n FROM jobs').get()).toMatchObject({ n: 2 });
  expect(database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: known });
  database.close();
});

it('makes no copy of a database that has just begun', () => {
  const path = join(temporaryFolder(), 'history.db');
  openDatabase(path, tools).database.close();
  expect(readdirSync(join(path, '..')).filter((name) => name.includes('before'))).toEqual([]);
});

it('refuses the database of a later version and leaves it alone', () => {
  const path = oldHistory();
  const raw = new DatabaseSync(path);
  raw.exec('PRAGMA user_version = 99');
  raw.close();
  expect(() => openDatabase(path, tools)).toThrow(DatabaseTooNewError);
  expect(() => openDatabase(path, tools)).toThrow(expect.objectContaining({ found: 99 }) as Error);
  expect(new DatabaseSync(path).prepare('SELECT count(*) AS n FROM jobs').get()).toMatchObject({ n: 2 });
});

import { copyFileSync, openSync, readFileSync, writeSync, closeSync, statSync } from 'node:fs';
import { openDatabase, type Database } from '../../src/main/jobs/database';
import { createDraftRepository } from '../../src/main/jobs/draft-repository';
import { createExchangeRepository } from '../../src/main/jobs/exchange-repository';
import { createJobRepository } from '../../src/main/jobs/job-repository';
import { createFakeClock } from './fake-clock';
import { createFakeLog } from './fake-log';
import { createSeededRandom } from './seeded-random';

export const historyTools = () => ({ clock: createFakeClock(), log: createFakeLog() });

const exchange = (jobId: string, long: string) => ({
  ...{ jobId, endpoint: 'paperbanana.generate', method: 'POST', url: 'https://figures.example.edu/api/generate' },
  ...{ requestHeaders: {}, requestBody: long, requestBytes: long.length, status: 202, responseHeaders: {} },
  ...{ responseBody: '{"task_id":"x"}', responseBytes: 15, queuedAt: 1, sentAt: 2, firstByteAt: 3, doneAt: 4 },
  ...{ attempts: 1, error: null, format: null },
});

/** A closed history with jobs of every size, their stories, requests and files; drafts and a figure. */
export function writeHistory(path: string, jobs: number): string {
  const { clock, log } = historyTools();
  const { database } = openDatabase(path, { clock, log });
  database.exec('PRAGMA synchronous = OFF'); // nobody cuts the power of a fixture
  const repository = createJobRepository(database, clock);
  const exchanges = createExchangeRepository(database);
  const random = createSeededRandom(7);
  const words = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 1e9).toString(36)).join(' ');
  for (let number = 0; number < jobs; number += 1) {
    const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    // some texts fill pages of their own, one of them several
    const text = words(number % 7 === 0 ? 1800 : 60);
    repository.create({
      ...{ id, endpoint: 'paperbanana.generate', provider: 'paperbanana', profileId: 'p', profileName: 'Lab' },
      ...{ baseUrl: 'https://figures.example.edu', title: `Figure ${number}`, idempotencyKey: '' },
      ...{ input: { method_content: text, caption: `Figure ${number}` }, searchText: text, remoteId: `task-${number}` },
    });
    exchanges.record(exchange(id, words(number % 11 === 0 ? 900 : 40)));
    repository.move(id, 'collecting', { description: words(20) }, { kind: 'completed' });
    const sha256 = number.toString(16).padStart(64, 'a');
    repository.putAsset(id, 0, { sha256, mediaType: 'image/png', format: 'png', bytes: 100, width: 10, height: 10 });
    repository.move(id, 'done', { nextPollAt: null }, { kind: 'stored', params: { files: 1 } });
  }
  createDraftRepository(database, clock).set('paperbanana.generate', { method_content: words(50) });
  database.close();
  return path;
}

export function pageCount(path: string): number {
  return statSync(path).size / pageSize(path);
}

function pageSize(path: string): number {
  return readFileSync(path).readUInt16BE(16);
}

/** A copy in which one page (from 1) holds something else. */
export function withDamage(
  path: string,
  copy: string,
  page: number,
  how: 'zeros' | 'noise',
  size = pageSize(path),
): string {
  copyFileSync(path, copy);
  const random = createSeededRandom(page);
  const bytes = how === 'zeros' ? Buffer.alloc(size) : Buffer.from(Array.from({ length: size }, () => random() * 256));
  const file = openSync(copy, 'r+');
  writeSync(file, bytes, 0, size, (page - 1) * size);
  closeSync(file);
  return copy;
}

/** Every row of every table that is no index, by its key. */
export function rowsOf(database: Database): Map<string, string> {
  const keys = {
    jobs: 'id',
    job_events: 'id',
    assets: 'job_id',
    exchanges: 'id',
    drafts: 'endpoint',
    job_text: 'rowid',
  };
  const found = new Map<string, string>();
  for (const [table, key] of Object.entries(keys)) {
    for (const row of database.prepare(`SELECT ${key} AS key, * FROM ${table}`).all())
      found.set(`${table} ${String(row['key'])}`, JSON.stringify(row));
  }
  return found;
}

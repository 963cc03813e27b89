import { DatabaseSync } from '@photostructure/sqlite';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { spawnPlantain } from '../support/cli';
import { temporaryFolder } from '../support/temporary-folder';

const AT_ONCE = 6;

/** The command line's history as the first version of the program left it. */
function oldHistory(): { env: NodeJS.ProcessEnv; folder: string } {
  const data = temporaryFolder();
  const folder = join(data, 'cli', 'live');
  mkdirSync(folder, { recursive: true });
  const raw = new DatabaseSync(join(folder, 'history.db'));
  raw.exec(readFileSync(join(__dirname, '../fixtures/history-v1.sql'), 'utf8'));
  raw.close();
  return { env: { PLANTAIN_USER_DATA: data }, folder };
}

it.each([1, 2])(
  'migrates an old history once, however many command lines open it at the same time (round %i)',
  { timeout: 120_000 },
  async () => {
    const { env, folder } = oldHistory();
    const runs = Array.from({ length: AT_ONCE }, () => spawnPlantain(['jobs', 'list', '--all', '--json'], env).ended);
    for (const { status, out, err } of await Promise.all(runs)) {
      expect({ status, err }).toEqual({ status: 0, err: '' });
      const { jobs } = JSON.parse(out) as { jobs: { jobId: string }[] };
      expect(jobs.map(({ jobId }) => jobId).sort()).toEqual(['old-done', 'old-running']);
    }
    const names = readdirSync(folder);
    expect(names.filter((name) => name.includes('.tmp') || name.includes('damaged'))).toEqual([]);
    // the copy made before the first step is one of the old version, whole
    const copy = new DatabaseSync(join(folder, 'history.db.before-migration-from-1'));
    expect(copy.prepare('SELECT count(*) AS n FROM jobs').get()).toMatchObject({ n: 2 });
    expect(copy.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 1 });
    expect(copy.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
    copy.close();
  },
);

it('begins a history once, however many command lines begin it', { timeout: 120_000 }, async () => {
  const env = { PLANTAIN_USER_DATA: temporaryFolder() };
  const runs = Array.from({ length: AT_ONCE }, () => spawnPlantain(['jobs', 'list', '--json'], env).ended);
  for (const { status, out } of await Promise.all(runs))
    expect({ status, out }).toEqual({ status: 0, out: '{\n  "jobs": []\n}\n' });
});

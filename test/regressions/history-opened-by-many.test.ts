import { DatabaseSync } from '@photostructure/sqlite';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleCli } from '../support/bundled-cli';
import { temporaryFolder } from '../support/temporary-folder';

const AT_ONCE = 6;

let cli: Awaited<ReturnType<typeof bundleCli>>;
beforeAll(async () => {
  cli = await bundleCli();
});
afterAll(() => {
  cli.remove();
});

async function plantain(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [cli.file, ...args], { env: { LANG: 'C', ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, err };
}

/** The command line's history as the first version of the program left it. */
function oldHistory(): { env: NodeJS.ProcessEnv; folder: string } {
  const data = temporaryFolder();
  const folder = join(data, 'cli', 'live');
  mkdirSync(folder, { recursive: true });
  const raw = new DatabaseSync(join(folder, 'history.db'));
  raw.exec(readFileSync(join(__dirname, '../fixtures/history-v1.sql'), 'utf8'));
  // copying it takes a while, so that the others come in the middle of it
  raw.exec('CREATE TABLE ballast (content BLOB) STRICT');
  raw.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
            INSERT INTO ballast SELECT randomblob(50000) FROM n`);
  raw.close();
  return { env: { PLANTAIN_USER_DATA: data }, folder };
}

it.each([1, 2])(
  'migrates an old history once, however many command lines open it at the same time (round %i)',
  { timeout: 120_000 },
  async () => {
    const { env, folder } = oldHistory();
    const runs = Array.from({ length: AT_ONCE }, () => plantain(['jobs', 'list', '--all', '--json'], env));
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
  const runs = Array.from({ length: AT_ONCE }, () => plantain(['jobs', 'list', '--json'], env));
  for (const { status, out } of await Promise.all(runs))
    expect({ status, out }).toEqual({ status: 0, out: '{\n  "jobs": []\n}\n' });
});

import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase, type Row } from '../../src/main/jobs/database';
import { systemClock } from '../../src/shared/clock';
import type { Profile } from '../../src/shared/settings';
import { plantain } from '../support/cli';
import { createFakeLog } from '../support/fake-log';
import { cut, json, startLoopbackServer, type Reply } from '../support/loopback-server';
import { temporaryFolder } from '../support/temporary-folder';
import { openWindowServices } from '../support/window-services';

const SUBMIT = 'POST /text-generations';
const KEY = 'bh_0123456789abcdef';

async function scene() {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_PAPERBANANA_KEY: 'pb_x', PLANTAIN_BANANAHUB_KEY: KEY };
  const history = join(folder, 'cli/live/history.db');
  const withHistory = <T>(use: (database: ReturnType<typeof openDatabase>['database']) => T): T => {
    const { database } = openDatabase(history, { clock: systemClock, log: createFakeLog() });
    try {
      return use(database);
    } finally {
      database.close();
    }
  };
  return {
    server,
    folder,
    env,
    jobs: (): Row[] => withHistory((database) => database.prepare('SELECT * FROM jobs').all()),
    /** As if its command had been killed. */
    leave: () =>
      withHistory((database) => {
        database.exec("UPDATE jobs SET process = 4000000, process_birth = 'before'");
      }),
    posts: () => server.received.filter(({ method }) => method === 'POST'),
  };
}

/** A submission whose answer was lost, and whose repeat is refused for now. */
async function blockedRepeat() {
  const made = await scene();
  made.server.on(SUBMIT, cut, cut, json(403, { detail: 'quota exceeded' }));
  const input = ['--set', 'prompt=a red panda', '--set', 'aspect_ratio=1:1', '--base-url', made.server.url];
  await plantain(['call', 'bananahub.textToImage', ...input, '--wait'], { env: made.env });
  expect(made.jobs()).toMatchObject([{ state: 'blocked', remote_id: null }]);
  made.leave();
  return made;
}

/** Takes its time: who does not wait for it loses the job's name. */
const later =
  (ms: number, reply: Reply): Reply =>
  (response, request) => {
    setTimeout(() => {
      reply(response, request);
    }, ms);
  };

it('is sent by the window with its own key, and not asked about by no name', async () => {
  const { server, folder, posts } = await blockedRepeat();
  const before = posts().length;
  server.on(SUBMIT, json(202, { job_id: 'j1', status: 'queued' }));
  server.on('GET /jobs/j1', json(200, { job_id: 'j1', status: 'running' }));
  const profile: Profile = { id: 'p1', name: 'Lab', provider: 'bananahub', role: 'user', baseUrl: server.url };
  const { services, takeOver } = openWindowServices(folder, profile, KEY);
  expect(await takeOver()).toBe(1);
  await expect
    .poll(() => services.jobs.list({ scope: 'all', limit: 1 }).jobs[0], { timeout: 10_000 })
    .toMatchObject({ remoteId: 'j1' });
  const sent = posts();
  expect(sent).toHaveLength(before + 1);
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

it('is waited for by the command that sends it', async () => {
  const { server, env, posts, jobs } = await blockedRepeat();
  const before = posts().length;
  server.on(SUBMIT, later(800, json(202, { job_id: 'j1', status: 'queued' })));
  server.on('GET /jobs/j1', json(200, { job_id: 'j1', status: 'running' }));
  const { status } = await plantain(['jobs', 'resume'], { env });
  expect(status).toBe(0);
  expect(posts()).toHaveLength(before + 1);
  expect(jobs()).toMatchObject([{ remote_id: 'j1' }]);
}, 30_000);

it('is left alone by a command that only passes by', async () => {
  const { server, env, posts } = await blockedRepeat();
  const before = posts().length;
  server.on('POST /api/generate', json(202, { task_id: 't1', status: 'pending' }));
  await plantain(
    ['call', 'paperbanana.generate', '--set', 'caption=x', '--set', 'source_context=y', '--base-url', server.url],
    { env },
  );
  expect(
    posts()
      .slice(before)
      .map(({ path }) => path),
  ).toEqual(['/api/generate']);
}, 30_000);

it.each([
  ['jobs wait', (id: string) => ['jobs', 'wait', id, '--json']],
  [
    'call --wait',
    (_id: string, url: string) => [
      'call',
      'paperbanana.task',
      '--set',
      'task_id=abc',
      '--base-url',
      url,
      '--wait',
      '--json',
    ],
  ],
])(
  '%s asks about a blocked job before it tells how it stands',
  async (_name, command) => {
    const { server, env, jobs, leave } = await scene();
    server.on('POST /api/generate', json(202, { task_id: 'abc', status: 'pending' }));
    server.on('GET /api/tasks/abc', json(403, { detail: 'quota exhausted' }));
    const input = ['--set', 'caption=x', '--set', 'source_context=y', '--base-url', server.url];
    await plantain(['call', 'paperbanana.generate', ...input, '--wait'], { env });
    expect(jobs()).toMatchObject([{ state: 'blocked' }]);
    leave();
    server.on('GET /api/tasks/abc', json(200, { task_id: 'abc', status: 'failed', error: 'no model' }));
    const { out } = await plantain(command(String(jobs()[0]?.['id']), server.url), { env });
    expect(out).toContain('no model');
    expect(out).not.toContain('quota');
  },
  30_000,
);

import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { withEnvironmentKeys } from '../../src/main/left-jobs';
import { environmentAccount } from '../../src/main/credentials/environment-key';
import { openDatabase } from '../../src/main/jobs/database';
import { systemClock } from '../../src/shared/clock';
import type { Profile } from '../../src/shared/settings';
import { plantain } from '../support/cli';
import { createFakeLog } from '../support/fake-log';
import { content, json, startLoopbackServer } from '../support/loopback-server';
import { pngBytes } from '../support/pictures';
import { temporaryFolder } from '../support/temporary-folder';
import { openWindowServices } from '../support/window-services';

const TASK = 'a1b2c3d4e5f6';
const picture = pngBytes(640, 360);

async function scene() {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'completed', description: 'Boxes.' }));
  server.on(`GET /api/tasks/${TASK}/image`, content(200, 'image/png', picture));
  const folder = temporaryFolder();
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
  const generate = ['call', 'paperbanana.generate', '--set', 'caption=x', '--set', 'source_context=y'];
  const jobs = async (...args: string[]) => {
    const { status, out, err } = await plantain(['jobs', ...args, '--json'], { env });
    return { status, err, jobs: (JSON.parse(out) as { jobs: Record<string, unknown>[] }).jobs };
  };
  const commandLine = join(folder, 'cli', 'live');
  /** Writes into the command line's history as no command does. */
  const edit = (sql: string): void => {
    const { database } = openDatabase(join(commandLine, 'history.db'), { clock: systemClock, log: createFakeLog() });
    database.exec(sql);
    database.close();
  };
  const submit = async (): Promise<string> => {
    const { out } = await plantain([...generate, '--base-url', server.url, '--json'], { env });
    return (JSON.parse(out) as { jobId: string }).jobId;
  };
  return { server, folder, env, jobs, commandLine, edit, submit, at: ['--base-url', server.url] };
}

/** As a command line leaves it that is killed while it waits. */
const KILLED = "UPDATE jobs SET process = 4000000, process_birth = 'before'";

const account = (baseUrl: string): Profile => ({
  ...{ id: 'p1', name: 'Lab key', provider: 'paperbanana', role: 'user', baseUrl },
});

it('lists, resumes and settles jobs of the command line', async () => {
  const { jobs, submit, server, edit } = await scene();
  expect(await jobs('list')).toMatchObject({ status: 0, jobs: [] });
  const jobId = await submit();
  const queued = { jobId, taskId: TASK, state: 'queued', endpoint: 'paperbanana.generate', units: 1, files: [] };
  expect(await jobs('list')).toMatchObject({
    jobs: [{ ...queued, follower: 'nobody', title: 'x', account: 'PLANTAIN_PAPERBANANA_KEY', server: server.url }],
  });
  // whoever does not wait is not followed by the next command
  expect((await jobs('resume')).jobs).toMatchObject([{ jobId, state: 'done', files: [{ format: 'png' }] }]);
  expect((await jobs('list')).jobs).toEqual([]);
  expect((await jobs('list', '--all')).jobs).toMatchObject([{ jobId, state: 'done', error: null }]);
  // an uncertain one is settled by the task's id that the user found out
  edit(`UPDATE jobs SET state = 'uncertain', remote_id = NULL, units = NULL`);
  const settled = await jobs('resume', jobId, '--task-id', TASK);
  expect(settled).toMatchObject({ status: 0, jobs: [{ jobId, taskId: TASK, state: 'done', units: 1 }] });
});

it.each([
  [['jobs']],
  [['jobs', 'nonsense']],
  [['jobs', 'list', 'surplus']],
  [['jobs', 'wait', 'no-such-job']],
  [['jobs', 'resume', '--task-id', 'x']],
  [['jobs', 'list', '--out', 'x']],
  [['jobs', 'wait', '--all']],
])('ends %j with 2', async (args) => {
  const { env } = await scene();
  const { status, err } = await plantain(args, { env });
  expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(/^plantain: .+\n$/) as string });
});

it('ends with 1 where a job that is waited for fails', async () => {
  const { jobs, submit, server } = await scene();
  server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'failed', error: 'no model' }));
  const jobId = await submit();
  expect(await jobs('wait', jobId)).toMatchObject({
    status: 1,
    jobs: [{ state: 'failed', taskId: TASK, error: { code: 'job_failed', spent: 'yes', detail: 'no model' } }],
  });
});

it('brings what a killed command line left into the window, once, and sends nothing', async () => {
  const { server, folder, edit, submit, jobs } = await scene();
  const jobId = await submit();
  edit(KILLED);
  const window = openWindowServices(folder, account(server.url), 'pb_x');
  expect(await window.takeOver()).toBe(1);
  expect(await window.takeOver()).toBe(0);
  await expect.poll(() => window.services.jobs.get(jobId).state, { timeout: 10_000 }).toBe('done');
  const job = window.services.jobs.get(jobId);
  expect(job).toMatchObject({ remoteId: TASK, units: 1, title: 'x', assets: [{ format: 'png' }] });
  expect(readFileSync(window.services.files.path(job.assets[0]?.sha256 ?? ''))).toEqual(picture);
  expect(job.events.map(({ kind }) => kind)).toContain('handed_over');
  expect(window.services.jobs.list({ scope: 'all', text: 'x', limit: 9 }).total).toBe(1);
  // the command line knows, and does not follow it
  expect((await jobs('list')).jobs).toEqual([]);
  const { status, err } = await plantain(['jobs', 'wait', jobId], { env: { PLANTAIN_USER_DATA: folder } });
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining('The window has taken over') as string });
  expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

it('finishes a hand-over that a crash cut in two', async () => {
  const { server, folder, edit, submit, jobs } = await scene();
  const jobId = await submit();
  edit("UPDATE jobs SET state = 'unwatched', process = NULL, process_birth = NULL, handed_over = 'going'");
  expect((await jobs('list')).jobs).toEqual([]);
  const window = openWindowServices(folder, account(server.url), 'pb_x');
  expect(await window.takeOver()).toBe(1);
  await expect.poll(() => window.services.jobs.get(jobId).state, { timeout: 10_000 }).toBe('done');
});

it.each([
  ['is followed by a command line that runs', 'UPDATE jobs SET process = PID, process_birth = NULL', 'SERVER', 'pb_x'],
  ['nobody was to wait for', 'UPDATE jobs SET process = NULL', 'SERVER', 'pb_x'],
  ['is at a server without an account', KILLED, 'https://api.example.org', 'pb_x'],
  ['was submitted with another key than the account’s', KILLED, 'SERVER', 'pb_other'],
])('leaves alone what %s', async (_what, sql, at, secret) => {
  const { server, folder, edit, submit } = await scene();
  await submit();
  edit(sql.replace('PID', String(process.pid)));
  const window = openWindowServices(folder, account(at === 'SERVER' ? server.url : at), secret);
  expect(await window.takeOver()).toBe(0);
});

it('asks about a job of a variable with the very key that submitted it, or not at all', async () => {
  const profiles = [account('https://a.example.org'), { ...account('https://b.example.org'), id: 'p2' }];
  const secretOf = withEnvironmentKeys(
    { get: () => ({ profiles }) },
    { secretOf: (id) => Promise.resolve(id === 'p1' ? 'pb_one' : 'pb_two') },
  );
  const [a, b] = ['https://a.example.org', 'https://b.example.org'] as const;
  expect(await secretOf(environmentAccount(a, 'pb_one'), a)).toBe('pb_one');
  expect(await secretOf(environmentAccount(b, 'pb_two'), b)).toBe('pb_two');
  // the same key at another server, another key at the same, and a job's key asked for another server
  expect(await secretOf(environmentAccount(b, 'pb_one'), b)).toBeNull();
  expect(await secretOf(environmentAccount(a, 'pb_three'), a)).toBeNull();
  expect(await secretOf(environmentAccount(a, 'pb_one'), b)).toBeNull();
  expect(await secretOf('p1', a)).toBe('pb_one');
});

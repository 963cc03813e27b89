import { expect, it, onTestFinished } from 'vitest';
import { plantain, spawnPlantain } from '../support/cli';
import { drip, hang, json, startLoopbackServer } from '../support/loopback-server';
import { temporaryFolder } from '../support/temporary-folder';

const TASK = 'a1b2c3d4e5f6';
const STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const signals = Object.entries(STATUS) as [keyof typeof STATUS, number][];

async function scene() {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  const env = { PLANTAIN_USER_DATA: temporaryFolder(), PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
  const figure = ['--set', 'caption=x', '--set', 'source_context=y', '--base-url', server.url];
  const list = async () =>
    JSON.parse((await plantain(['jobs', 'list', '--all', '--json'], { env })).out) as { jobs: { jobId: string }[] };
  return { server, env, list, generate: ['call', 'paperbanana.generate', ...figure, '--wait'] };
}

it.skipIf(process.platform === 'win32').each(signals)(
  'says after %s that a submission may have been accepted, and how to go on',
  { timeout: 60_000 },
  async (signal, expected) => {
    const { server, env, list, generate } = await scene();
    server.on('POST /api/generate', hang);
    const { child, ended } = spawnPlantain(generate, env);
    await server.arrived(1);
    child.kill(signal);
    const { status, err } = await ended;
    expect(status).toBe(expected);
    const { jobs } = await list();
    // the row is honest at once, not after the next start
    expect(jobs).toMatchObject([{ state: 'uncertain', taskId: null, units: null, error: { code: 'given_up' } }]);
    expect(err).toContain('Waiting up to 3 s for the server’s answer');
    expect(err).toContain(`plantain jobs resume ${jobs[0]?.jobId ?? ''} --task-id ID`);
    expect(server.received).toHaveLength(1);
  },
);

it.skipIf(process.platform === 'win32')('still hears the answer to what it has sent', { timeout: 60_000 }, async () => {
  const { server, env, list, generate } = await scene();
  const answer = drip(202, 'application/json');
  server.on('POST /api/generate', answer.reply);
  const { child, ended } = spawnPlantain(generate, env);
  await server.arrived(1);
  const told = new Promise((resolve) => child.stderr?.once('data', resolve));
  child.kill('SIGTERM');
  await told;
  answer.send(JSON.stringify({ task_id: TASK, status: 'pending' }));
  answer.end();
  const { status, err } = await ended;
  expect(status).toBe(143);
  expect(err).toContain(`Accepted as task ${TASK}`);
  expect((await list()).jobs).toMatchObject([{ state: 'queued', taskId: TASK, units: 1 }]);
});

it.skipIf(process.platform === 'win32')('ends at once at a second signal', { timeout: 60_000 }, async () => {
  const { server, env, list, generate } = await scene();
  server.on('POST /api/generate', hang);
  const { child, ended } = spawnPlantain(generate, env);
  await server.arrived(1);
  const told = new Promise((resolve) => child.stderr?.once('data', resolve));
  child.kill('SIGINT');
  await told;
  // later than an echo of the first
  await new Promise((resolve) => setTimeout(resolve, 400));
  child.kill('SIGTERM');
  expect((await ended).status).toBe(143);
  // the next command puts the row right
  expect((await list()).jobs).toMatchObject([{ state: 'uncertain', error: { spent: 'maybe' } }]);
});

it.skipIf(process.platform === 'win32').each([
  ['SIGTERM', 'nobody'],
  ['SIGINT', 'nobody'],
] as const)('leaves an accepted job as it is at %s', { timeout: 60_000 }, async (signal, follower) => {
  const { server, env, list, generate } = await scene();
  server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  const { child, ended } = spawnPlantain(generate, env);
  await new Promise((resolve) => child.stderr?.once('data', resolve));
  child.kill(signal);
  const { status, err } = await ended;
  expect(status).toBe(STATUS[signal]);
  expect(err).toContain('Stopped waiting. The server goes on.');
  expect((await list()).jobs).toMatchObject([{ state: 'queued', taskId: TASK, follower, error: null }]);
});

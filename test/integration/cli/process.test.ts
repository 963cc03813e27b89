import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { spawnPlantain } from '../../support/cli';
import { cut, hang, json, startLoopbackServer } from '../../support/loopback-server';
import { temporaryFolder } from '../../support/temporary-folder';

const TASK = 'a1b2c3d4e5f6';
const figure = ['--set', 'caption=Figure 1', '--set', 'source_context=Six layers'];

async function scene() {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  const env = { PLANTAIN_USER_DATA: temporaryFolder(), PLANTAIN_PAPERBANANA_KEY: 'pb_canary_0123456789abcdef' };
  return { server, env, at: ['--base-url', server.url] };
}

it('draws a figure on the demo server and writes it where it is told', async () => {
  const { env } = await scene();
  const out = join(env.PLANTAIN_USER_DATA, 'figures');
  const args = ['call', 'paperbanana.generate', '--demo', '--input', '-', '--wait', '--out', out, '--json'];
  const input = JSON.stringify({ caption: 'Figure 1: ../../A pipeline?', source_context: 'Six layers', iterations: 2 });
  const { status, out: text, err } = await spawnPlantain(args, env, input).ended;
  expect(status).toBe(0);
  const result = JSON.parse(text) as {
    jobId: string;
    state: string;
    taskId: string;
    description: string;
    files: { path: string }[];
  };
  expect(result).toMatchObject({ state: 'done', taskId: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown, units: 1 });
  // one line, as soon as it was accepted
  const { endpoint, taskId, jobId, units } = { ...result, endpoint: 'paperbanana.generate', units: 1 };
  expect(err).toBe(`${JSON.stringify({ accepted: { endpoint, taskId, jobId, units } })}\n`);
  expect(result.description).not.toBe('');
  expect(result.files).toHaveLength(1);
  const path = result.files[0]?.path ?? '';
  expect(path.startsWith(join(out, 'Figure 1'))).toBe(true);
  expect(readFileSync(path).subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
});

it('ends with 2 and one line for a bad call, before anything is sent', async () => {
  const { env, server, at } = await scene();
  const { status, out, err } = await spawnPlantain(
    ['call', 'paperbanana.generate', ...at, '--set', 'iterations=99'],
    env,
  ).ended;
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(/^plantain: Some fields need mending: .*caption: .*iterations: 10 is the most\.\n$/);
  expect(server.received).toEqual([]);
});

it('ends with 1 and the error as an object where the server refuses', async () => {
  const { env, server, at } = await scene();
  server.on('POST /api/generate', json(403, { detail: 'Quota exhausted' }));
  const { status, out, err } = await spawnPlantain(['call', 'paperbanana.generate', ...figure, ...at, '--json'], env)
    .ended;
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ error: { code: 'quota_exhausted', status: 403, spent: 'no' } });
  expect(err).toBe('plantain: The key’s quota is used up: Quota exhausted\n');
  expect(out + err).not.toContain('canary');
});

it('says on Ctrl+C while waiting how to look again, and that works', async () => {
  const { env, server, at } = await scene();
  const failed = json(200, { task_id: TASK, status: 'failed', error: 'no model' });
  server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'running' }), hang, failed);
  const { child, ended } = spawnPlantain(
    ['call', 'paperbanana.task', '--set', `task_id=${TASK}`, ...at, '--wait'],
    env,
  );
  // the first answer says that the task exists; the second question is a wait
  await server.arrived(2);
  child.kill('SIGINT');
  const { status, err } = await ended;
  expect(status).toBe(130);
  expect(err).toBe(
    `plantain: Stopped waiting. The server goes on. Look again: plantain call paperbanana.task --set task_id=${TASK} --base-url ${server.url} --wait\n`,
  );
  const again = /plantain (call .*)\n/.exec(err)?.[1]?.split(' ') ?? [];
  const second = await spawnPlantain(again, env).ended;
  expect(second).toMatchObject({ status: 1, err: 'plantain: The server couldn’t draw it: no model\n' });
});

it('says on Ctrl+C while sending that it may have been accepted', async () => {
  const { env, server, at } = await scene();
  server.on('POST /api/generate', hang);
  const { child, ended } = spawnPlantain(['call', 'paperbanana.generate', ...figure, ...at], env);
  await server.arrived(1);
  child.kill('SIGINT');
  const { status, err } = await ended;
  expect(status).toBe(130);
  expect(err).toContain('The server may have accepted it');
});

it('ends with 1 where the connection was cut after sending, and sends once', async () => {
  const { env, server, at } = await scene();
  server.on('POST /api/generate', cut);
  const { status, out } = await spawnPlantain(['call', 'paperbanana.generate', ...figure, ...at, '--json'], env).ended;
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    state: 'uncertain',
    taskId: null,
    error: { code: 'uncertain', spent: 'maybe' },
  });
  expect(server.received).toHaveLength(1);
});

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/cli/run';
import { createFakeTerminal, plantain } from '../support/cli';
import { content, json, startLoopbackServer } from '../support/loopback-server';
import { pngBytes } from '../support/pictures';
import { temporaryFolder } from '../support/temporary-folder';

const TASK = 'a1b2c3d4e5f6';
const picture = pngBytes(640, 360);

interface Told {
  state: string;
  taskId: string;
  jobId: string;
  files: { path: string }[];
  error?: { code: string; spent: string; message: string };
}

/** A server that has drawn everything at once; `onPicture` is called when it is asked for the picture. */
async function scene(caption = 'Figure 1', onPicture: () => void = () => undefined) {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'completed', description: 'Boxes.' }));
  server.on(`GET /api/tasks/${TASK}/image`, (...call) => {
    onPicture();
    content(200, 'image/png', picture)(...call);
  });
  const folder = temporaryFolder();
  const env = { PLANTAIN_USER_DATA: folder, PLANTAIN_PAPERBANANA_KEY: 'pb_x' };
  const fields = ['--set', `caption=${caption}`, '--set', 'source_context=Six layers'];
  const generate = ['call', 'paperbanana.generate', ...fields, '--base-url', server.url];
  return { server, folder, env, generate };
}

/** Submits without waiting, and collects by the job's id, which asks at once. */
async function collect(world: Awaited<ReturnType<typeof scene>>, out: string) {
  const { env, generate } = world;
  const { jobId } = JSON.parse((await plantain([...generate, '--json'], { env })).out) as Told;
  const waited = await plantain(['jobs', 'wait', jobId, '--out', out, '--json'], { env });
  return { ...waited, job: (JSON.parse(waited.out) as { jobs: Told[] }).jobs[0] };
}

const unwritable: [string, (folder: string) => string][] = [
  ['is a file', (folder) => (writeFileSync(join(folder, 'f'), ''), join(folder, 'f'))],
  ['lies below a file', (folder) => (writeFileSync(join(folder, 'f'), ''), join(folder, 'f', 'sub'))],
  ['lies below /proc', () => '/proc/nowhere/figures'],
  ['is /proc', () => '/proc'],
  ['has a part with too long a name', (folder) => join(folder, 'x'.repeat(300))],
  ['has a NUL in its name', (folder) => `${folder}/a\0b`],
  ['is a loop of links', (folder) => (execFileSync('ln', ['-s', 'loop', join(folder, 'loop')]), join(folder, 'loop'))],
];

it.each(unwritable)('asks for another folder before anything is sent where it %s', async (_what, path) => {
  const { server, folder, env, generate } = await scene();
  for (const args of [
    [...generate, '--out', path(temporaryFolder())],
    ['jobs', 'wait', '--out', path(folder)],
  ]) {
    const { status, out, err } = await plantain([...args, '--json'], { env });
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ error: { code: 'invalid_input', spent: 'no' } });
    expect(err).toMatch(/^plantain: Nothing was sent: the folder .* can’t be written: [A-Z_]+\n$/);
  }
  expect(server.received).toEqual([]);
});

it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('the same for one that is read-only', async () => {
  const { server, folder, env, generate } = await scene();
  mkdirSync(join(folder, 'ro'));
  chmodSync(join(folder, 'ro'), 0o500);
  expect((await plantain([...generate, '--out', join(folder, 'ro')], { env })).status).toBe(2);
  expect(server.received).toEqual([]);
});

it.each([
  ['90 emoji', '🍌'.repeat(90)],
  ['90 Chinese letters', '总'.repeat(90)],
  ['families of emoji', '👨‍👩‍👧‍👦'.repeat(40)],
  ['letters with marks', 'a\u0301\u0323'.repeat(80)],
  ['half an emoji', `a\ud83c`.repeat(60)],
])('writes a result whose title is %s', async (_what, caption) => {
  const world = await scene(caption);
  const { status, job } = await collect(world, join(world.folder, 'out'));
  expect(status).toBe(0);
  expect(readFileSync(job?.files[0]?.path ?? '')).toEqual(picture);
});

it('says where a result lies that the folder does not take any more, and what it cost', async () => {
  let out = '';
  const world = await scene('Figure 1', () => {
    // after everything that can be checked before
    rmSync(out, { recursive: true });
    writeFileSync(out, '');
  });
  out = join(world.folder, 'out');
  const { status, job, err } = await collect(world, out);
  expect(status).toBe(1);
  expect(job).toMatchObject({ state: 'done', taskId: TASK, error: { code: 'disk_error', spent: 'yes' } });
  expect(readFileSync(job?.files[0]?.path ?? '')).toEqual(picture);
  expect(err).toBe('');
});

it('says the same to people', async () => {
  let out = '';
  const world = await scene('Figure 1', () => {
    rmSync(out, { recursive: true });
    writeFileSync(out, '');
  });
  out = join(world.folder, 'out');
  const task = ['call', 'paperbanana.task', '--set', `task_id=${TASK}`, '--base-url', world.server.url, '--out', out];
  const { status, err } = await plantain(task, { env: world.env });
  expect(status).toBe(1);
  const [, file = ''] = /The result lies in (.*)\.\n$/.exec(err) ?? [];
  expect(err).toContain(`can’t be written: `);
  expect(err).toContain(`Task ${TASK}.`);
  expect(readFileSync(file)).toEqual(picture);
});

it('names job, task and cost of whatever breaks after the acceptance', async () => {
  const world = await scene();
  const terminal = createFakeTerminal({ env: world.env });
  const say = terminal.say;
  terminal.say = (line) => {
    say(line);
    // the disk that the history lies on, say
    if (line.startsWith('{"accepted"')) throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
  const status = await run([...world.generate, '--wait', '--json'], terminal);
  expect(status).toBe(1);
  expect(JSON.parse(terminal.out)).toMatchObject({
    ...{ taskId: TASK, jobId: expect.any(String) as unknown },
    error: { code: 'internal', spent: 'yes' },
  });
});

it.skipIf(process.platform !== 'linux').each([
  ['a disk that is full', '> /dev/full', 1],
  ['nobody', '| true', 0],
])('tells the outcome on standard error where standard output goes to %s', async (_what, redirection, status) => {
  const { env, generate } = await scene();
  const { taskId } = JSON.parse((await plantain([...generate, '--json'], { env })).out) as Told;
  const script = `set -o pipefail; exec 3>&1; { sleep 0.3; "$0" --import tsx "$@"; echo "status $?" >&2; } ${redirection}`;
  const cli = join(__dirname, '../../src/cli/index.ts');
  const args = ['jobs', 'wait', taskId, '--json'];
  const child = spawn('bash', ['-c', script, process.execPath, cli, ...args], {
    env: { ...env, PATH: process.env['PATH'], LANG: 'C' },
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await once(child, 'close');
  expect(err).toContain(`status ${status}`);
  expect(err).toContain(`(task ${TASK}): Done.`);
});

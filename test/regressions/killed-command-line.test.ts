import { DatabaseSync } from '@photostructure/sqlite';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { bundleCli } from '../support/bundled-cli';
import { json, type LoopbackServer, startLoopbackServer } from '../support/loopback-server';
import { pngBytes } from '../support/pictures';
import { createSeededRandom } from '../support/seeded-random';
import { temporaryFolder } from '../support/temporary-folder';

const SEED = 20261201;
const KILLS = 20;
const picture = pngBytes(640, 360);
const figure = ['--set', 'caption=Figure 1', '--set', 'source_context=Six layers'];

let cli: Awaited<ReturnType<typeof bundleCli>>;
beforeAll(async () => {
  cli = await bundleCli();
});
afterAll(() => {
  cli.remove();
});

interface Job {
  jobId: string;
  state: string;
  taskId: string | null;
  units: number | null;
  files: { path: string }[];
}

/** A server that charges every submission and has it done at the first question; slow where the test says so. */
async function countingServer(random: () => number): Promise<LoopbackServer & { tasks: string[] }> {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  const tasks: string[] = [];
  server.on('POST /api/generate', (response, request) => {
    const task = `task${tasks.length + 1}`;
    tasks.push(task);
    server.on(`GET /api/tasks/${task}`, json(200, { task_id: task, status: 'completed', description: 'Done.' }));
    server.on(`GET /api/tasks/${task}/image`, (answer) => {
      answer.writeHead(200, { 'content-type': 'image/png', 'content-length': picture.length });
      answer.write(picture.subarray(0, 100));
      setTimeout(() => answer.end(picture.subarray(100)), 20 * random());
    });
    setTimeout(() => json(202, { task_id: task, status: 'pending' })(response, request), 20 * random());
  });
  server.on('GET /api/health', json(200, { status: 'ok' }));
  return Object.assign(server, { tasks });
}

async function scene(seed: number) {
  const random = createSeededRandom(seed);
  const server = await countingServer(random);
  const env = {
    ...{ PATH: process.env['PATH'], LANG: 'en_US.UTF-8' },
    ...{ PLANTAIN_USER_DATA: temporaryFolder(), PLANTAIN_PAPERBANANA_KEY: 'pb_x' },
  };
  const start = (...args: string[]): ChildProcess => startWith({}, ...args);
  const startWith = (more: NodeJS.ProcessEnv, ...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, [cli.file, ...args], {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  };
  const run = (...args: string[]) => ended(start(...args));
  const ended = async (child: ChildProcess) => {
    let [out, err] = ['', ''];
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, out, err };
  };
  const list = async (): Promise<Job[]> => {
    const { out } = await run('jobs', 'list', '--all', '--json');
    return (JSON.parse(out) as { jobs: Job[] }).jobs;
  };
  const generate = ['call', 'paperbanana.generate', ...figure, '--base-url', server.url];
  const history = join(env.PLANTAIN_USER_DATA, 'cli/live/history.db');
  return { random, server, start, startWith, run, ended, list, generate, history };
}

async function killed(child: ChildProcess, afterMs: number): Promise<void> {
  const gone = once(child, 'exit');
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await gone;
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** Kills a command line somewhere; the seed says where. */
const KILL: ((scene: Scene) => Promise<void>)[] = [
  // from its first moment to its wait
  async ({ start, generate, random }) => killed(start(...generate, '--wait'), 500 * random()),
  // from the moment that the submission has arrived
  async ({ start, generate, random, server }) => {
    const child = start(...generate, '--wait');
    await server.arrived(1);
    await killed(child, 50 * random());
  },
  // from the first question on, while the picture comes too
  async ({ start, run, generate, random, server }) => {
    await run(...generate);
    const child = start('jobs', 'wait');
    await server.arrived(2);
    await killed(child, 60 * random());
  },
  // from the picture's first byte
  async ({ start, run, generate, random, server }) => {
    await run(...generate);
    const child = start('jobs', 'wait');
    await server.arrived(3);
    await killed(child, 40 * random());
  },
];

it.each(Array.from({ length: KILLS }, (_, index) => index))(
  'loses, doubles and damages nothing after kill %i',
  { timeout: 60_000 },
  async (index) => {
    const world = await scene(SEED + index);
    const { server, run, list, history } = world;
    await KILL[index % KILL.length]?.(world);
    // the next command
    await run('jobs', 'wait', '--json');
    const jobs = await list();
    expect(server.received.filter(({ method }) => method === 'POST').length).toBeLessThanOrEqual(1);
    for (const task of server.tasks) {
      const [job] = jobs;
      // what the server took is done; or the kill came before its answer, and that is said
      if (job?.state === 'uncertain') expect(job).toMatchObject({ taskId: null, units: null });
      else expect(job).toMatchObject({ state: 'done', taskId: task, units: 1, files: [{}] });
      for (const { path } of job?.files ?? []) expect(readFileSync(path)).toEqual(picture);
    }
    if (server.tasks.length === 0) for (const { state } of jobs) expect(['failed', 'uncertain']).toContain(state);
    expect(jobs.length).toBeLessThanOrEqual(1);
    if (!existsSync(history)) return;
    const raw = new DatabaseSync(history);
    expect(raw.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
    raw.close();
  },
);

it(
  'says the task at acceptance, and the next command of any kind fetches the result',
  { timeout: 60_000 },
  async () => {
    const { server, start, run, list, generate } = await scene(SEED);
    const child = start(...generate, '--wait', '--json');
    const [chunk] = (await once(child.stderr ?? child, 'data')) as [Buffer];
    await killed(child, 0);
    expect(JSON.parse(chunk.toString())).toMatchObject({ accepted: { taskId: 'task1', units: 1 } });
    const { status, err } = await run('call', 'paperbanana.health', '--base-url', server.url);
    expect(status).toBe(0);
    expect(err).toMatch(
      /^plantain: Job .* \(task task1\), left by a command line that ended, was taken up: Done\. \/.*\n$/,
    );
    expect(await list()).toMatchObject([{ state: 'done', taskId: 'task1', files: [{}] }]);
  },
);

it('leaves a job alone whose key this command does not have', { timeout: 60_000 }, async () => {
  const { server, start, startWith, ended, list, generate } = await scene(SEED);
  const child = start(...generate, '--wait', '--json');
  await once(child.stderr ?? child, 'data');
  await killed(child, 0);
  const another = startWith({ PLANTAIN_PAPERBANANA_KEY: 'pb_y' }, 'jobs', 'wait', '--json');
  const { status, out } = await ended(another);
  expect(status).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    jobs: [{ state: 'queued', error: { code: 'no_credential', spent: 'yes' } }],
  });
  expect(await list()).toMatchObject([{ state: 'queued', taskId: 'task1' }]);
  for (const { headers } of server.received) expect(headers.authorization).not.toContain('pb_y');
});

it('lets several that come next follow a job once', { timeout: 60_000 }, async () => {
  const { server, start, run, generate } = await scene(SEED);
  const child = start(...generate, '--wait', '--json');
  await once(child.stderr ?? child, 'data');
  await killed(child, 0);
  const runs = await Promise.all([1, 2, 3, 4].map(() => run('jobs', 'wait', 'task1', '--json')));
  for (const { status, out } of runs) {
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ jobs: [{ state: 'done', taskId: 'task1', files: [{}] }] });
  }
  expect(server.received.filter(({ path }) => path.endsWith('/image'))).toHaveLength(1);
});

import { spawn } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { pngBytes } from '../support/pictures';
import { createRealServices } from '../support/real-services';
import { createSeededRandom } from '../support/seeded-random';
import { temporaryFolder } from '../support/temporary-folder';

const FOLDERS = 4;
const KILLS = 6;
const JOBS = 4;

const picture = (task: string): Buffer => pngBytes(64, 48, task);

/** Gives every submission a task of its own, done at the second question, and takes a random moment for all it says. */
async function startServer(random: () => number) {
  const submitted = new Map<string, string[]>();
  const asked = new Map<string, number>();
  const waiting: { at: number; resolve: () => void }[] = [];
  let events = 0;

  /** A request has come, or its answer has gone: the moments between which a kill may fall. */
  const happened = (): void => {
    events += 1;
    for (const { at, resolve } of waiting) if (events >= at) resolve();
  };
  const answer = (response: ServerResponse, status: number, type: string, body: string | Buffer): void => {
    setTimeout(() => {
      response.writeHead(status, { 'content-type': type });
      response.end(body, happened);
    }, random() * 12);
  };
  const json = (response: ServerResponse, status: number, value: unknown): void => {
    answer(response, status, 'application/json', JSON.stringify(value));
  };

  const server = createServer((request, response) => {
    happened();
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const [, , , task = '', what] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
      if (request.method === 'POST') {
        const { caption } = JSON.parse(body) as { caption: string };
        const tasks = submitted.get(caption) ?? [];
        submitted.set(caption, tasks);
        tasks.push(`task-${caption}-${tasks.length}`);
        json(response, 202, { task_id: tasks.at(-1), status: 'pending' });
      } else if (what === 'image') {
        answer(response, 200, 'image/png', picture(task));
      } else {
        const times = (asked.get(task) ?? 0) + 1;
        asked.set(task, times);
        json(response, 200, { task_id: task, status: times > 1 ? 'completed' : 'running', description: `of ${task}` });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    submitted,
    /** Resolves after so many events from now. */
    after: (count: number) => new Promise<void>((resolve) => waiting.push({ at: events + count, resolve })),
  };
}

type Server = Awaited<ReturnType<typeof startServer>>;

/** Starts the program on the folder and kills it at the moment that `random` picks. */
async function startAndKill(dataDir: string, server: Server, name: string, random: () => number): Promise<void> {
  const script = join(__dirname, '../support/submitting-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, server.url, name, String(JOBS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  // a job makes eight events at least (the submission, two questions, the picture), so the moment always comes
  await server.after(1 + Math.floor(random() * JOBS * 7));
  await new Promise((resolve) => setTimeout(resolve, random() * 4));
  child.kill('SIGKILL');
  await gone;
}

for (let folder = 1; folder <= FOLDERS; folder += 1)
  it(`killed at ${KILLS} moments of seed ${folder}, the program loses nothing, sends nothing twice and damages nothing`, async () => {
    const random = createSeededRandom(folder);
    const server = await startServer(random);
    const dataDir = temporaryFolder();
    for (let kill = 1; kill <= KILLS; kill += 1) await startAndKill(dataDir, server, `${folder}-${kill}`, random);

    const services = createRealServices({ dataDir, pace: () => 100 });
    onTestFinished(() => {
      services.close();
    });
    services.jobs.start();
    const all = () => services.jobs.list({ scope: 'all', limit: 200 }).jobs;
    await expect
      .poll(() => all().filter(({ state }) => ['queued', 'running', 'collecting'].includes(state)), { timeout: 15_000 })
      .toEqual([]);

    const jobs = new Map(all().map((job) => [job.title, job]));
    // sent twice: none
    expect([...server.submitted.values()].filter((tasks) => tasks.length > 1)).toEqual([]);
    expect(server.submitted.size).toBeGreaterThan(0);
    // lost: none. What the server took is done, with its own picture, or told to be uncertain where its name was not heard
    for (const [caption, [task = '']] of server.submitted) {
      const job = jobs.get(caption);
      expect(['done', 'uncertain'], `${caption} is ${String(job?.state)}`).toContain(job?.state);
      if (job?.state !== 'done') continue;
      expect(job).toMatchObject({ remoteId: task, units: 1, description: `of ${task}` });
      expect(await services.files.read(job.assets[0]?.sha256 ?? '')).toEqual(picture(task));
    }
    // what the server never saw cost nothing and claims nothing
    for (const job of jobs.values())
      if (!server.submitted.has(job.title)) expect(['failed', 'uncertain']).toContain(job.state);
    const history = new DatabaseSync(join(dataDir, 'history.db'), { readOnly: true });
    expect(history.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    history.close();
  }, 60_000);

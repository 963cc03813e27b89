import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { settle } from '../../support/fake-clock';
import { content, drip, hang, json, type LoopbackServer, startLoopbackServer } from '../../support/loopback-server';
import { pngBytes, sha256 } from '../../support/pictures';
import { openServices } from '../../support/services-world';
import { temporaryFolder } from '../../support/temporary-folder';

const TASK = 'a1b2c3d4e5f6';
const picture = pngBytes(1024, 576);

/** A server that takes submissions and has them done at the first question. */
async function startServer(): Promise<LoopbackServer> {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  server.on('POST /api/generate', json(202, { task_id: TASK, status: 'pending' }));
  server.on(`GET /api/tasks/${TASK}`, json(200, { task_id: TASK, status: 'completed', description: 'Done.' }));
  server.on(`GET /api/tasks/${TASK}/image`, content(200, 'image/png', picture));
  return server;
}

const posts = ({ received }: LoopbackServer): number => received.filter(({ method }) => method === 'POST').length;

/** The program in a process of its own, submitting one job. */
function startProgram(
  dataDir: string,
  server: LoopbackServer,
  how = '',
): { child: ChildProcess; said(text: string): Promise<void> } {
  const script = join(__dirname, '../../support/submit-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, server.url, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes(text)) resolve();
      });
      child.once('exit', () => {
        reject(new Error(`ended before it said ${text}`));
      });
    });
  return { child, said };
}

async function killNine(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

it('ends a job once that was accepted before the program was killed', async () => {
  const server = await startServer();
  server.on(`GET /api/tasks/${TASK}`, hang, json(200, { task_id: TASK, status: 'completed', description: 'Done.' }));
  const dataDir = temporaryFolder();
  const { child, said } = startProgram(dataDir, server);
  await said('accepted');
  await server.arrived(2);
  await killNine(child);

  const next = openServices(dataDir);
  expect(next.job()).toMatchObject({ state: 'queued', remoteId: TASK });
  next.services.jobs.start();
  await next.until(({ state }) => state === 'done');
  expect(next.job()).toMatchObject({
    description: 'Done.',
    units: 1,
    assets: [{ sha256: sha256(picture), width: 1024 }],
  });
  expect(await next.services.files.read(sha256(picture))).toEqual(picture);
  await next.clock.advance(3_600_000);
  expect(next.finished).toHaveLength(1);
  expect(posts(server)).toBe(1);
});

it('never sends again what was on its way when the program was killed', async () => {
  const server = await startServer();
  server.on('POST /api/generate', hang);
  const dataDir = temporaryFolder();
  const { child } = startProgram(dataDir, server);
  await server.arrived(1);
  await killNine(child);

  const next = openServices(dataDir);
  expect(next.job().state).toBe('sending');
  next.services.jobs.start();
  expect(next.job()).toMatchObject({ state: 'uncertain', units: null, error: { code: 'uncertain', spent: 'maybe' } });
  await next.clock.advance(3_600_000);
  next.services.close();
  const third = openServices(dataDir);
  third.services.jobs.start();
  await third.clock.advance(3_600_000);
  expect(third.job().state).toBe('uncertain');
  expect(server.received).toHaveLength(1);

  third.services.jobs.resolve(third.job().id, TASK);
  await third.until(({ state }) => state === 'done');
  expect(third.job()).toMatchObject({ units: 1, assets: [{ sha256: sha256(picture) }] });
  expect(posts(server)).toBe(1);
});

it('says of an intent that never left that nothing was spent', async () => {
  const server = await startServer();
  const dataDir = temporaryFolder();
  const { child, said } = startProgram(dataDir, server, 'no-secret-yet');
  await said('waiting');
  await killNine(child);

  const next = openServices(dataDir);
  expect(next.job().state).toBe('prepared');
  next.services.jobs.start();
  expect(next.job()).toMatchObject({ state: 'failed', units: 0, error: { code: 'not_sent', spent: 'no' } });
  expect(server.received).toEqual([]);
});

it('collects again a picture whose download was killed, and sweeps the half of it', async () => {
  const server = await startServer();
  const half = drip(200, 'image/png');
  server.on(`GET /api/tasks/${TASK}/image`, half.reply, content(200, 'image/png', picture));
  const dataDir = temporaryFolder();
  const { child } = startProgram(dataDir, server);
  await server.arrived(3);
  half.send(picture.subarray(0, 20).toString('latin1'));
  const files = join(dataDir, 'files');
  const leftBehind = (): string[] =>
    (existsSync(files) ? readdirSync(files) : []).filter((name) => name.startsWith('.'));
  while (leftBehind().length === 0) await settle(1);
  await killNine(child);

  const next = openServices(dataDir);
  expect(next.job()).toMatchObject({ state: 'collecting', description: 'Done.', assets: [] });
  next.services.jobs.start();
  await next.until(({ state }) => state === 'done');
  expect(next.job().assets).toMatchObject([{ sha256: sha256(picture) }]);
  expect(next.finished).toHaveLength(1);
  expect(posts(server)).toBe(1);
  expect(leftBehind()).toHaveLength(1);
  expect(next.clock.pending()).toContain(30_000);
  expect(await next.services.files.sweep()).toBe(1);
  expect(leftBehind()).toEqual([]);
});

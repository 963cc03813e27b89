import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { abandonedJobs, recoverAbandoned } from '../../src/main/jobs/recovery';
import { isRunning, ownProcess } from '../../src/main/jobs/process-birth';
import { diagram } from '../support/example-job';
import { createJobWorld } from '../support/job-world';

const onLinux = process.platform === 'linux';
const own = ownProcess();

it('knows itself, by id and birth', () => {
  expect(own.pid).toBe(process.pid);
  expect(isRunning(own)).toBe(true);
  if (onLinux) expect(own.birth).toMatch(/^[0-9a-f-]{36} \d+$/);
});

it.skipIf(!onLinux)('does not take another process for the one that had its id before', () => {
  expect(isRunning({ pid: own.pid, birth: `${own.birth?.split(' ')[0]} 1` })).toBe(false);
  const afterReboot = `00000000-0000-0000-0000-000000000000 ${own.birth?.split(' ')[1]}`;
  expect(isRunning({ pid: own.pid, birth: afterReboot })).toBe(false);
  expect(isRunning({ pid: process.ppid, birth: own.birth })).toBe(false);
});

it('owns nothing by the id of the first process', () => {
  expect(isRunning({ pid: 1, birth: null })).toBe(false);
  if (onLinux) expect(isRunning({ pid: 1, birth: own.birth })).toBe(false);
});

it('goes by the id where the birth is not known', () => {
  expect(isRunning({ pid: process.ppid, birth: null })).toBe(process.ppid !== 1);
  expect(isRunning({ pid: 2 ** 22 + 12_345, birth: null })).toBe(false);
});

it.skipIf(!onLinux)('calls a process ended that nobody has asked for its status', async () => {
  // its parent, a shell that was stopped, does not reap it
  const shell = spawn('sh', ['-c', 'sleep 0 & echo $!; kill -STOP $$'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(shell.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  await expect.poll(() => isRunning({ pid, birth: null })).toBe(false);
  shell.kill('SIGKILL');
});

it('takes up what a dead process sent or followed, though its id is alive again', async () => {
  const world = createJobWorld({ idle: true });
  const { jobId } = await world.jobs.submit(diagram);
  const birth = onLinux ? `${own.birth?.split(' ')[0]} 1` : 'long ago';
  world.database.prepare('UPDATE jobs SET process_birth = ? WHERE id = ?').run(birth, jobId);
  expect(abandonedJobs(world, isRunning)).toMatchObject([{ id: jobId }]);
  world.database.prepare('UPDATE jobs SET process = 1, process_birth = NULL').run();
  expect(abandonedJobs(world, isRunning)).toMatchObject([{ id: jobId }]);
  world.database.prepare("UPDATE jobs SET state = 'sending'").run();
  recoverAbandoned(world, isRunning);
  expect(world.jobs.get(jobId)).toMatchObject({ state: 'uncertain' });
});

it('gives a job that was left to one of several that claim it', async () => {
  const world = createJobWorld({ idle: true });
  const { jobId } = await world.jobs.submit(diagram);
  const dead = { pid: 7, birth: 'before' };
  world.database.prepare('UPDATE jobs SET process = 7, process_birth = ?').run(dead.birth);
  const { ownership } = world.repository;
  expect(ownership.claim(jobId, dead, { pid: 8, birth: 'x' })).toBe(true);
  expect(ownership.claim(jobId, dead, { pid: 9, birth: 'y' })).toBe(false);
  expect(ownership.ownerOf(jobId)).toEqual({ pid: 8, birth: 'x' });
});

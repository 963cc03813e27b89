import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, expect, it } from 'vitest';
import { createJobRepository } from '../../src/main/jobs/job-repository';
import { openDatabase } from '../../src/main/jobs/database';
import { createReserve } from '../../src/main/jobs/reserve';
import { AppError } from '../../src/shared/app-error';
import { diagram } from '../support/example-job';
import { createFakeClock } from '../support/fake-clock';
import { createFakeLog } from '../support/fake-log';
import { createJobWorld, type JobWorld } from '../support/job-world';
import { temporaryFolder } from '../support/temporary-folder';

/** SQLite itself says that it is full: it may grow no further. */
const fillUp = ({ database }: JobWorld): void => {
  database.exec(`CREATE TRIGGER full BEFORE UPDATE ON jobs WHEN new.state NOT IN ('prepared', 'sending') BEGIN
    SELECT RAISE(ABORT, 'full'); END`);
};
const makeRoom = ({ database }: JobWorld): void => {
  database.exec('DROP TRIGGER full');
};

function fullAtAcceptance(): JobWorld {
  const world = createJobWorld();
  world.provider.onSubmit = async (accept, context) => {
    context.onSending();
    fillUp(world);
    return accept();
  };
  return world;
}

it('writes an acceptance as soon as there is room, and goes on with the job', async () => {
  const world = fullAtAcceptance();
  const { jobs, clock, repository, provider } = world;
  await expect(jobs.submit(diagram)).rejects.toMatchObject({ data: { spent: 'yes', params: { remoteId: 'task-1' } } });
  const [id = ''] = repository.idsIn('sending');
  await clock.advance(10_000);
  expect(jobs.get(id).state).toBe('sending');
  makeRoom(world);
  await clock.advance(60_000);
  expect(jobs.get(id)).toMatchObject({ state: 'running', remoteId: 'task-1', units: 1 });
  expect(provider.submissions).toHaveLength(1);
});

it('tries ever more rarely, at least once a minute', async () => {
  const world = fullAtAcceptance();
  await world.jobs.submit(diagram).catch(() => undefined);
  await world.clock.advance(3_600_000);
  makeRoom(world);
  await world.clock.advance(61_000);
  expect(world.repository.idsIn('sending')).toEqual([]);
  // told once, when it failed, and once, when it went well
  expect(world.log.lines).toEqual(['error: what is known of a job could not be written down', 'warn: written late']);
});

it('tries once more when the program ends', async () => {
  const world = fullAtAcceptance();
  await world.jobs.submit(diagram).catch(() => undefined);
  makeRoom(world);
  const [id = ''] = world.repository.idsIn('sending');
  const next = world.restart();
  expect(next.jobs.get(id)).toMatchObject({ state: 'queued', remoteId: 'task-1', units: 1 });
});

it('writes late what became of a submission that was not accepted for sure', async () => {
  const world = createJobWorld();
  world.provider.onSubmit = async (_accept, context) => {
    context.onSending();
    fillUp(world);
    throw new AppError('uncertain', { spent: 'maybe' });
  };
  const { jobId } = await world.jobs.submit(diagram);
  makeRoom(world);
  await world.clock.advance(1000);
  expect(world.jobs.get(jobId)).toMatchObject({ state: 'uncertain' });
});

it('gives up its reserve where the disk is full, and takes it again before the next request', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'history.db');
  const { database } = openDatabase(path, { clock: createFakeClock(), log: createFakeLog() });
  onTestFinished(() => {
    database.close();
  });
  const reserve = `${path}.reserve`;
  database.holdRoom();
  let tries = 0;
  const work = (): string => {
    tries += 1;
    if (existsSync(reserve)) throw new AppError('disk_full');
    return 'written';
  };
  expect(database.urgently(work)).toBe('written');
  expect(tries).toBe(2);
  database.holdRoom();
  expect(existsSync(reserve)).toBe(true);
  const other = (): never => {
    throw new Error('another trouble');
  };
  expect(() => database.urgently(other)).toThrow('another trouble');
  expect(existsSync(reserve)).toBe(true);
});

it('lives without a reserve where no file may be made', () => {
  const reserve = createReserve(join(temporaryFolder(), 'missing', 'history.db.reserve'));
  expect(() => {
    reserve.hold();
  }).not.toThrow();
  expect(reserve.giveUp()).toBe(false);
});

/** A disk of a few megabytes; undefined where this process may not make one. */
function smallDisk(): string | undefined {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return folder;
}

/** Takes all room that is left. */
function takeAll(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) writeSync(file, Buffer.alloc(size, 1));
      } catch {
        // smaller pieces may still fit
      }
    }
  } finally {
    closeSync(file);
  }
}

it('writes the acceptance on a disk that really is full', async (context) => {
  const folder = smallDisk();
  if (folder === undefined) {
    context.skip();
    return;
  }
  const world = createJobWorld({ folder });
  world.provider.onSubmit = async (accept, { onSending }) => {
    onSending();
    takeAll(join(folder, 'filler'));
    return accept();
  };
  const { jobId } = await world.jobs.submit(diagram);
  expect(world.jobs.get(jobId)).toMatchObject({ state: 'queued', remoteId: 'task-1', units: 1 });
  expect(existsSync(join(folder, 'history.db.reserve'))).toBe(false);
  // the next one finds no room for its reserve, and does not leave
  world.provider.onSubmit = async (accept, { onSending }) => {
    onSending();
    return accept();
  };
  await expect(world.jobs.submit(diagram)).rejects.toMatchObject({ data: { code: 'disk_full', spent: 'no' } });
  expect(world.provider.submissions).toHaveLength(1);
  rmSync(join(folder, 'filler'));
  await world.jobs.submit(diagram);
  expect(world.provider.submissions).toHaveLength(2);
  // what is on the disk is whole
  const { database } = openDatabase(join(folder, 'history.db'), { clock: world.clock, log: world.log });
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  expect(createJobRepository(database, world.clock).find(jobId)).toMatchObject({ remoteId: 'task-1' });
  database.close();
});

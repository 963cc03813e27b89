import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFileStore, type FileStore } from '../../src/main/assets/store';
import { type Database, openDatabase } from '../../src/main/jobs/database';
import type { JobRecord } from '../../src/main/jobs/job-record';
import { createJobRepository, type JobRepository } from '../../src/main/jobs/job-repository';
import { createJobService, type JobService } from '../../src/main/jobs/job-service';
import type { Job } from '../../src/shared/job';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createFakeLog, type FakeLog } from './fake-log';
import { createFakeProvider, type FakeProvider } from './fake-provider';
import { temporaryFolder } from './temporary-folder';

export interface JobWorld {
  folder: string;
  clock: FakeClock;
  random(): number;
  log: FakeLog;
  provider: FakeProvider;
  files: FileStore;
  database: Database;
  repository: JobRepository;
  jobs: JobService;
  finished: Job[];
  /** Resolves when the job fulfils the condition, told by its own changes. */
  until(id: string, condition: (job: JobRecord) => boolean): Promise<JobRecord>;
  /** Ends this run; with `crash` nothing is told, as the power cut does it. Gives the next run on the same data. */
  restart(how?: 'close' | 'crash'): JobWorld;
}

export interface JobWorldOptions {
  folder?: string;
  clock?: FakeClock;
  provider?: FakeProvider;
  files?: FileStore;
  /** Not started yet. */
  idle?: boolean;
}

/** A job service with its real database and files in a temporary folder, a scripted server and a clock by hand. */
export function createJobWorld(options: JobWorldOptions = {}): JobWorld {
  const folder = options.folder ?? temporaryFolder();
  const clock = options.clock ?? createFakeClock();
  const provider = options.provider ?? createFakeProvider();
  const files = options.files ?? createFileStore(join(folder, 'files'));
  const log = createFakeLog();
  const { database } = openDatabase(join(folder, 'history.db'), { clock, log });
  const repository = createJobRepository(database, clock);
  const finished: Job[] = [];
  const listeners = new Set<() => void>();
  const random = (): number => 0.5;
  const jobs = createJobService({
    ...{ repository, provider, files, clock, log, random },
    isAlive: () => false,
    onJobChanged: () => {
      for (const listener of listeners) listener();
    },
    onJobFinished: (job) => void finished.push(job),
  });
  const end = (): void => {
    jobs.close();
    database.close();
  };
  onTestFinished(end);
  if (!options.idle) jobs.start();

  return {
    ...{ folder, clock, random, log, provider, files, database, repository, jobs, finished },
    until: (id, condition) =>
      new Promise((resolve) => {
        const check = (): void => {
          const job = repository.find(id);
          if (!job || !condition(job)) return;
          listeners.delete(check);
          resolve(job);
        };
        listeners.add(check);
        check();
      }),
    restart(how = 'close') {
      if (how === 'close') end();
      // after a crash nothing of the old run may act: its answers never come, its timers are gone
      else jobs.close();
      return createJobWorld({ folder, clock, provider });
    },
  };
}

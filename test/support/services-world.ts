import { onTestFinished } from 'vitest';
import { createServices, type Services, type ServicesOptions } from '../../src/main/services';
import type { Job } from '../../src/shared/job';
import { createFakeClock, type FakeClock } from './fake-clock';
import { createFakeLog } from './fake-log';

export interface ServicesWorld {
  services: Services;
  clock: FakeClock;
  finished: Job[];
  /** The one job of the history. */
  job(): Job;
  /** Resolves when that job fulfils the condition, told by its own changes. */
  until(condition: (job: Job) => boolean): Promise<Job>;
}

/** The real services over Node's fetch, on a folder of data, with a clock by hand. */
export function openServices(
  dataDir: string,
  secret: string | ServicesOptions['secretOf'] = 'pb_x',
  ask: ServicesOptions['fetch'] = (request) => fetch(request),
): ServicesWorld {
  const clock = createFakeClock();
  const finished: Job[] = [];
  const listeners = new Set<() => void>();
  const services = createServices({
    ...{ dataDir, clock, log: createFakeLog(), random: () => 0.5 },
    fetch: ask,
    secretOf: typeof secret === 'string' ? async () => secret : secret,
    onJobChanged: () => {
      for (const listener of [...listeners]) listener();
    },
    onJobFinished: (job) => void finished.push(job),
  });
  onTestFinished(() => {
    services.close();
  });
  const job = (): Job => {
    const [only] = services.jobs.list({ scope: 'all', limit: 2 }).jobs;
    if (!only) throw new Error('there is no job');
    return only;
  };
  return {
    ...{ services, clock, finished, job },
    until: (condition) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (!condition(job())) return;
          listeners.delete(check);
          resolve(job());
        };
        listeners.add(check);
        check();
      }),
  };
}

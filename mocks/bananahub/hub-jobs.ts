import { z } from 'zod';
import type { Ground } from '../handlers/context';
import { FAILURE_REASONS } from '../job-simulator';
import { hashOf, randomFrom } from '../random';

const count = z.int().nonnegative();
const jobSchema = z.object({
  id: z.string(),
  owner: z.string(),
  aspectRatio: z.string(),
  resolution: z.string(),
  createdAt: z.number(),
  startedAt: z.number().nullable(),
  finishedAt: z.number().nullable(),
  /** Ms on a real server, and how much of them is done; at `at`. */
  duration: z.number(),
  done: z.number(),
  at: z.number(),
  polls: count,
  error: z.string().nullable(),
});
export type HubJob = z.infer<typeof jobSchema>;

export const hubSchema = z.object({
  accepted: count,
  /** What `failures.quota` was when the purse was last filled, and how many generations were paid since. */
  setting: count.nullable(),
  spent: count,
  jobs: z.array(jobSchema),
  /** Owner and Idempotency-Key to the job that it made. */
  keys: z.record(z.string(), z.string()),
});
type HubState = z.infer<typeof hubSchema>;

/** Generations that the demo's account can pay for. */
const FUNDS = 500;
/** The share of the work for which a job waits in the queue. */
const QUEUED = 0.1;
const KEPT = 500;

/** The documentation's own job. */
const EXAMPLE = {
  id: '0193a7f2-1c4a-7e0b-9b3a-2f1d8c6e4a55',
  aspectRatio: '16:9',
  resolution: '2K',
  createdAt: Date.UTC(2026, 5, 11, 12, 0, 0),
  startedAt: Date.UTC(2026, 5, 11, 12, 0, 1),
  finishedAt: Date.UTC(2026, 5, 11, 12, 0, 9),
};

/** Time and chance like a UUID of version 7, from the seed and the number of the request. */
function idOf(now: number, ...parts: (string | number)[]): string {
  const time = now.toString(16).padStart(12, '0').slice(-12);
  const chance = hashOf('hub-job', ...parts);
  const variant = '89ab'.charAt(Number.parseInt(chance.charAt(3), 16) % 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(4, 7)}-${chance.slice(8, 20)}`;
}

/** BananaHub's jobs and its account. */
export function createHubJobs({ settings, clock }: Pick<Ground, 'settings' | 'clock'>, owner: string) {
  let state: HubState = { accepted: 0, setting: null, spent: 0, jobs: [], keys: {} };

  function advance(job: HubJob): 'queued' | 'processing' | 'done' | 'failed' {
    const now = clock.now();
    const { speed, failures } = settings();
    job.done = speed === 0 ? job.duration : job.done + Math.max(0, now - job.at) * speed;
    job.at = now;
    if (job.done >= job.duration * QUEUED) job.startedAt ??= now;
    if (job.done >= job.duration && job.finishedAt === null) {
      job.finishedAt = now;
      if (failures.jobFails) job.error = FAILURE_REASONS[0];
    }
    if (job.finishedAt !== null) return job.error === null ? 'done' : 'failed';
    return job.startedAt === null ? 'queued' : 'processing';
  }

  const hub = {
    funds(): number {
      const wanted = settings().failures.quota;
      if (wanted !== state.setting) {
        state.setting = wanted;
        state.spent = 0;
      }
      return (wanted ?? FUNDS) - state.spent;
    },
    /** The job that the same key has made before, so that it is paid once. */
    repeated: (by: string, key: string | null): HubJob | undefined =>
      key === null ? undefined : state.jobs.find(({ id }) => id === state.keys[`${by} ${key}`]),
    accept(
      asked: Pick<HubJob, 'owner' | 'aspectRatio' | 'resolution'>,
      key: string | null,
      fingerprint: string,
    ): HubJob {
      const { seed } = settings();
      const now = clock.now();
      const job: HubJob = {
        ...asked,
        id: idOf(now, seed, state.accepted, fingerprint),
        createdAt: now,
        startedAt: null,
        finishedAt: null,
        duration: randomFrom('hub', seed, fingerprint).int(6000, 20_000),
        done: 0,
        at: now,
        polls: 0,
        error: null,
      };
      hub.funds();
      state.spent++;
      state.accepted++;
      state.jobs = [...state.jobs, job].slice(-KEPT);
      if (key !== null) state.keys[`${asked.owner} ${key}`] = job.id;
      return job;
    },
    find(id: string): HubJob | undefined {
      return state.jobs.find((job) => job.id === id);
    },
    /** Without counting as a poll. */
    stateOf: advance,
    /** A poll; with `forgetTasks` the job is gone after the first. */
    poll(id: string) {
      const job = hub.find(id);
      if (!job) return undefined;
      if (settings().failures.forgetTasks) {
        if (job.polls++ === 0) return { job, status: 'processing' as const };
        state.jobs = state.jobs.filter((item) => item !== job);
        return undefined;
      }
      job.polls++;
      return { job, status: advance(job) };
    },
    plantExample(): void {
      if (hub.find(EXAMPLE.id)) return;
      const rest = { owner, duration: 0, done: 0, at: EXAMPLE.createdAt, polls: 0, error: null };
      state.jobs = [{ ...EXAMPLE, ...rest }, ...state.jobs];
    },
    reset(): void {
      state = { accepted: 0, setting: settings().failures.quota, spent: 0, jobs: [], keys: {} };
      hub.plantExample();
    },
    refill(): void {
      state.spent = 0;
    },
    dump: (): HubState => state,
    load(stored: HubState): void {
      state = stored;
    },
  };
  return hub;
}

export type HubJobs = ReturnType<typeof createHubJobs>;

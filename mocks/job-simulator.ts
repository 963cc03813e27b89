import { z } from 'zod';
import type { Clock } from '../src/shared/clock';
import type { DemoSettings } from '../src/shared/settings';
import { hashOf, randomFrom } from './random';
import { taskSchema } from './task';
import type { Task, TaskStatus } from './task';
import type { Work } from './work';

/** Reasons a real pipeline gives; one of them is none at all, one is JSON, one runs over lines. */
export const FAILURE_REASONS = [
  'VLM provider returned an empty response after 3 attempts',
  '',
  'Visualizer failed:\n  iteration 2: image model timed out after 120 s\n  iteration 3: image model timed out after 120 s',
  '{"error": {"code": 429, "message": "Resource has been exhausted", "status": "RESOURCE_EXHAUSTED"}}',
] as const;

/** Old tasks that are dropped from memory, so that a long demo does not grow. */
const KEPT = 500;

/** Ms that the work takes on a real server: putting panels together needs no model. */
const DURATIONS: Record<Work['kind'], readonly [number, number]> = {
  diagram: [30_000, 120_000],
  plot: [30_000, 90_000],
  prompt: [8000, 25_000],
  composite: [1500, 4000],
};

const count = z.int().nonnegative();
export const jobsSchema = z.object({ accepted: count, polls: count, failures: count, tasks: z.array(taskSchema) });

type Seed = Pick<Task, 'id' | 'owner' | 'endpoint' | 'work' | 'createdAt' | 'finishedAt'>;

/**
 * The tasks of the demo server, moved on by the injected clock. All chance comes from the seed and the
 * order of the requests: the same requests give the same ids, durations, outcomes and pictures.
 */
export function createJobSimulator(options: { settings: () => DemoSettings; clock: Clock }) {
  const { settings, clock } = options;
  const tasks = new Map<string, Task>();
  let accepted = 0;
  let polls = 0;
  let failures = 0;

  function settle(): Task['outcome'] {
    if (!settings().failures.jobFails) return { failed: false };
    return { failed: true, reason: FAILURE_REASONS[failures++ % FAILURE_REASONS.length] ?? '' };
  }

  /** Work grows with time times speed, so a change of speed never makes a task younger. */
  function advance(task: Task): TaskStatus {
    const now = clock.now();
    const { speed } = settings();
    task.done = speed === 0 ? task.duration : task.done + Math.max(0, now - task.at) * speed;
    task.at = now;
    if (task.done >= task.duration && !task.outcome) {
      task.outcome = settle();
      task.finishedAt = now;
    }
    if (task.outcome) return task.outcome.failed ? 'failed' : 'completed';
    const queued = settings().behaviour === 'documented' && task.done < task.duration * task.pendingShare;
    return queued ? 'pending' : 'running';
  }

  function keep(task: Task): Task {
    tasks.set(task.id, task);
    for (const old of [...tasks.keys()].slice(0, Math.max(0, tasks.size - KEPT))) tasks.delete(old);
    return task;
  }

  const numberOfNext = (): number => 1 + Math.max(0, ...[...tasks.values()].map((task) => task.number));
  const known = (id: string): Task | undefined => {
    const task = tasks.get(id);
    return task?.forgotten ? undefined : task;
  };
  const seen = (task: Task) => ({ task, status: advance(task) });

  return {
    /** `fingerprint` is the hash of what was asked for. */
    accept(work: Work, fingerprint: string, by: Pick<Task, 'owner' | 'endpoint'>): Task {
      const { seed } = settings();
      const random = randomFrom('duration', seed, fingerprint);
      const [least, most] = DURATIONS[work.kind];
      return keep({
        id: hashOf('task', seed, accepted++, fingerprint).slice(0, 32),
        number: numberOfNext(),
        ...by,
        work,
        createdAt: clock.now(),
        finishedAt: null,
        forgotten: false,
        duration: random.int(least, most),
        pendingShare: random.between(0.06, 0.14),
        done: 0,
        at: clock.now(),
        polls: 0,
        outcome: undefined,
      });
    },

    /** Puts a finished task there, unless it is. */
    plant(seed: Seed): void {
      if (tasks.has(seed.id)) return;
      const rest = { forgotten: false, duration: 0, pendingShare: 0, done: 0, at: seed.createdAt, polls: 0 };
      keep({ ...seed, ...rest, number: numberOfNext(), outcome: { failed: false } });
    },

    /** A poll. With `forgetTasks` a task answers once, not yet finished, and is gone when asked again. */
    poll(id: string): { task: Task; status: TaskStatus } | undefined {
      const task = known(id);
      if (!task) return undefined;
      if (settings().failures.forgetTasks) {
        if (task.polls++ > 0) {
          task.forgotten = true;
          return undefined;
        }
        return { task, status: 'running' };
      }
      task.polls++;
      return seen(task);
    },

    /** The task as a download sees it: without counting as a poll. */
    find(id: string): { task: Task; status: TaskStatus } | undefined {
      const task = known(id);
      return task && seen(task);
    },

    /** All that were ever accepted, newest first: what the history shows, forgotten ones too. */
    all: () => [...tasks.values()].reverse().map(seen),

    /** Numbers of submissions and polls so far, for failures that come one in n. */
    counts: () => ({ accepted, polls }),
    countPoll: () => polls++,

    /** The server starts anew: tasks live in its memory only. */
    restart(): void {
      for (const task of tasks.values()) task.forgotten = true;
    },
    reset(): void {
      tasks.clear();
      accepted = polls = failures = 0;
    },
    dump: (): z.infer<typeof jobsSchema> => ({ accepted, polls, failures, tasks: [...tasks.values()] }),
    load(dump: z.infer<typeof jobsSchema>): void {
      ({ accepted, polls, failures } = dump);
      tasks.clear();
      for (const task of dump.tasks) tasks.set(task.id, { ...task, outcome: task.outcome });
    },
  };
}

export type JobSimulator = ReturnType<typeof createJobSimulator>;

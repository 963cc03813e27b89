import type { Clock } from '../src/shared/clock';
import type { DemoSettings } from '../src/shared/settings';
import { hashOf, randomFrom } from './random';

/** What a task's picture is drawn from: all of the request that outlives its acceptance. */
export interface Drawing {
  caption: string;
  /** The source text's beginning; empty where a PDF was sent. */
  source: string;
  /** The page list as sent; null for all pages, or where no PDF was sent. */
  pages: string | null;
  fromPdf: boolean;
  aspectRatio: string | null;
  resolution: string | null;
  /** Seed of the picture. */
  seed: string;
}

export interface Task {
  id: string;
  drawing: Drawing;
  /** Work in ms of a real server, and how much of it is done. */
  duration: number;
  pendingShare: number;
  done: number;
  /** Last time at which `done` was brought up to date, ms since epoch. */
  at: number;
  polls: number;
  /** Settled when the work ends; undefined until then. */
  outcome: { failed: false } | { failed: true; reason: string } | undefined;
}

export type TaskStatus = 'pending' | 'running' | 'completed' | 'failed';

/** Reasons a real pipeline gives; one of them is none at all, one is JSON, one runs over lines. */
export const FAILURE_REASONS = [
  'VLM provider returned an empty response after 3 attempts',
  '',
  'Visualizer failed:\n  iteration 2: image model timed out after 120 s\n  iteration 3: image model timed out after 120 s',
  '{"error": {"code": 429, "message": "Resource has been exhausted", "status": "RESOURCE_EXHAUSTED"}}',
] as const;

/** Old tasks that are dropped from memory, so that a long demo does not grow. */
const KEPT = 500;

interface Dump {
  accepted: number;
  polls: number;
  failures: number;
  tasks: Task[];
}

/**
 * The tasks of the demo server, moved on by the injected clock. All chance comes from the seed and the
 * order of the requests: the same requests give the same ids, durations, outcomes and pictures.
 */
export function createJobSimulator(options: { settings: () => DemoSettings; clock: Clock }) {
  const { settings, clock } = options;
  let tasks = new Map<string, Task>();
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
    if (task.done >= task.duration) task.outcome ??= settle();
    if (task.outcome) return task.outcome.failed ? 'failed' : 'completed';
    const queued = settings().behaviour === 'documented' && task.done < task.duration * task.pendingShare;
    return queued ? 'pending' : 'running';
  }

  return {
    /** `fingerprint` is the hash of what was asked for. */
    accept(drawing: Omit<Drawing, 'seed'>, fingerprint: string): Task {
      const { seed } = settings();
      const id = hashOf('task', seed, accepted++, fingerprint).slice(0, 32);
      const random = randomFrom('duration', seed, fingerprint);
      const task: Task = {
        id,
        drawing: { ...drawing, seed: id },
        duration: random.int(30_000, 120_000),
        pendingShare: random.between(0.06, 0.14),
        done: 0,
        at: clock.now(),
        polls: 0,
        outcome: undefined,
      };
      tasks.set(id, task);
      for (const old of [...tasks.keys()].slice(0, Math.max(0, tasks.size - KEPT))) tasks.delete(old);
      return task;
    },

    /** A poll. With `forgetTasks` a task answers once, not yet finished, and is gone when asked again. */
    poll(id: string): { task: Task; status: TaskStatus } | undefined {
      const task = tasks.get(id);
      if (!task) return undefined;
      if (settings().failures.forgetTasks) {
        if (task.polls++ > 0) {
          tasks.delete(id);
          return undefined;
        }
        return { task, status: 'running' };
      }
      task.polls++;
      return { task, status: advance(task) };
    },

    /** The task as a download sees it: without counting as a poll. */
    find(id: string): { task: Task; status: TaskStatus } | undefined {
      const task = tasks.get(id);
      return task && { task, status: advance(task) };
    },

    /** Numbers of submissions and polls so far, for failures that come one in n. */
    counts: () => ({ accepted, polls }),
    countPoll: () => polls++,

    /** The server starts anew: tasks live in its memory only. */
    restart(): void {
      tasks = new Map();
    },
    reset(): void {
      tasks = new Map();
      accepted = polls = failures = 0;
    },
    dump: (): Dump => ({ accepted, polls, failures, tasks: [...tasks.values()] }),
    load(dump: Dump): void {
      ({ accepted, polls, failures } = dump);
      tasks = new Map(dump.tasks.map((task) => [task.id, task]));
    },
  };
}

export type JobSimulator = ReturnType<typeof createJobSimulator>;

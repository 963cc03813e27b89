import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import {
  laneOf,
  type RenderKind,
  type RenderReply,
  type RenderRequest,
  type RenderResults,
  type RenderTask,
} from './render-protocol';

/** A running worker process. `onEnd` is called once, however it ended. */
export interface Worker {
  post(request: RenderRequest): void;
  kill(): void;
}

export type StartWorker = (onReply: (reply: RenderReply) => void, onEnd: () => void) => Worker;

interface Entry {
  id: number;
  task: RenderTask;
  /** Times the entry was with a worker that ended. */
  losses: number;
  settle(reply: RenderReply): void;
}

type Lane = ReturnType<typeof laneOf>;

/** ms until a task counts as hung; the first picture waits for sharp's WebAssembly. */
const TIME_LIMIT = 60_000;

export interface RenderQueue {
  run<T extends RenderTask>(task: T): Promise<RenderResults[T['kind']]>;
  close(): void;
}

/**
 * Tasks on their way to the worker: one at a time in each lane, so that a crash or a hang has few suspects.
 * The worker starts with the first task. Where it dies, what it had in hand goes once more to a new worker;
 * a task that loses two of them is given up as `worker_failed`.
 */
export function createRenderQueue(startWorker: StartWorker, clock: Clock, log: (message: string) => void): RenderQueue {
  const waiting: Record<Lane, Entry[]> = { pdf: [], image: [] };
  const inHand = new Map<Lane, { entry: Entry; stopTimer: () => void }>();
  let worker: Worker | undefined;
  let lastId = 0;
  let closed = false;

  function workerNow(): Worker {
    if (worker) return worker;
    const started = startWorker(
      (reply) => {
        // an old worker's late words must not answer for the new one
        if (worker === started) onReply(reply);
      },
      () => {
        if (worker === started) onEnd();
      },
    );
    worker = started;
    return started;
  }

  function onReply(reply: RenderReply): void {
    for (const [lane, { entry, stopTimer }] of inHand) {
      if (entry.id !== reply.id) continue;
      stopTimer();
      inHand.delete(lane);
      entry.settle(reply);
      next(lane);
    }
  }

  function onEnd(): void {
    worker = undefined;
    const lost = [...inHand];
    inHand.clear();
    for (const [lane, { entry, stopTimer }] of lost) {
      stopTimer();
      entry.losses += 1;
      if (entry.losses < 2 && !closed) waiting[lane].unshift(entry);
      else entry.settle({ id: entry.id, ok: false, code: 'worker_failed', detail: 'the image worker ended' });
    }
    next('pdf');
    next('image');
  }

  function next(lane: Lane): void {
    if (closed || inHand.has(lane)) return;
    const entry = waiting[lane].shift();
    if (!entry) return;
    const running = workerNow();
    const stopTimer = clock.after(TIME_LIMIT, () => {
      // WebAssembly cannot be interrupted: a hung task ends with its process
      running.kill();
      if (worker === running) onEnd();
    });
    inHand.set(lane, { entry, stopTimer });
    running.post({ id: entry.id, task: entry.task });
  }

  return {
    run<T extends RenderTask>(task: T) {
      return new Promise<RenderResults[T['kind']]>((resolve, reject) => {
        lastId += 1;
        const settle = (reply: RenderReply): void => {
          if (reply.ok) {
            resolve(reply.value as RenderResults[RenderKind] & RenderResults[T['kind']]);
            return;
          }
          if (reply.code === 'worker_failed') log(`${task.kind} failed in the image worker: ${reply.detail}`);
          reject(new AppError(reply.code));
        };
        const lane = laneOf(task.kind);
        waiting[lane].push({ id: lastId, task, losses: 0, settle });
        next(lane);
      });
    },
    close() {
      closed = true;
      worker?.kill();
    },
  };
}

import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';
import {
  laneOf,
  type Lane,
  type RenderKind,
  type RenderMessage,
  type RenderReply,
  type RenderResults,
  type RenderTask,
} from './render-protocol';

/** A running worker process. `onEnd` is called once, however it ended. */
export interface Worker {
  post(message: RenderMessage): void;
  kill(): void;
}

export type StartWorker = (onReply: (reply: RenderReply) => void, onEnd: () => void) => Worker;

export interface RunOptions {
  /** Rejects with `canceled` at once; a task in hand is told to stop where it can. */
  signal?: AbortSignal | undefined;
  /** Of several waiting tasks with one slot only the newest is run; the others reject with `canceled`. */
  slot?: string | undefined;
}

interface Entry {
  id: number;
  task: RenderTask;
  slot: string | undefined;
  /** Times the entry was with a worker that ended. */
  losses: number;
  settle(reply: RenderReply): void;
}

/** ms until a task counts as hung; the first picture waits for sharp's WebAssembly, an export may be hundreds of MB. */
const TIME_LIMIT: Record<Lane, number> = { pdf: 60_000, image: 30_000, preview: 60_000, figure: 600_000 };
/** Workers that a task may lose. A preview is hardly ever to blame, but often beside what is. */
const MOST_LOSSES: Record<Lane, number> = { pdf: 2, image: 2, preview: 3, figure: 2 };
const LANES = ['preview', 'pdf', 'image', 'figure'] as const;

export interface RenderQueue {
  run<T extends RenderTask>(task: T, options?: RunOptions): Promise<RenderResults[T['kind']]>;
  close(): void;
}

/**
 * Tasks on their way to the worker: one at a time in each lane, so that a crash or a hang has few suspects.
 * The worker starts with the first task. Where it dies, what it had in hand goes once more to a new worker;
 * a task that loses too many of them is given up as `worker_failed`.
 */
export function createRenderQueue(startWorker: StartWorker, clock: Clock, log: (message: string) => void): RenderQueue {
  const waiting: Record<Lane, Entry[]> = { pdf: [], image: [], preview: [], figure: [] };
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
      if (entry.losses < MOST_LOSSES[lane] && !closed) waiting[lane].unshift(entry);
      else entry.settle({ id: entry.id, ok: false, code: 'worker_failed', detail: 'the image worker ended' });
    }
    LANES.forEach(next);
  }

  function next(lane: Lane): void {
    if (closed || inHand.has(lane)) return;
    const entry = waiting[lane].shift();
    if (!entry) return;
    const running = workerNow();
    const stopTimer = clock.after(TIME_LIMIT[lane], () => {
      // WebAssembly cannot be interrupted: a hung task ends with its process
      running.kill();
      if (worker === running) onEnd();
    });
    inHand.set(lane, { entry, stopTimer });
    running.post({ id: entry.id, task: entry.task });
  }

  const canceled = ({ id }: Entry): RenderReply => ({ id, ok: false, code: 'canceled', detail: '' });

  /** Takes entries out of the line. */
  function drop(lane: Lane, which: (entry: Entry) => boolean): void {
    const dropped = waiting[lane].filter(which);
    waiting[lane] = waiting[lane].filter((entry) => !which(entry));
    for (const entry of dropped) entry.settle(canceled(entry));
  }

  function cancel(lane: Lane, entry: Entry): void {
    drop(lane, (other) => other === entry);
    if (inHand.get(lane)?.entry === entry) {
      worker?.post({ cancel: entry.id });
      entry.losses = MOST_LOSSES[lane];
    }
    entry.settle(canceled(entry));
  }

  return {
    run<T extends RenderTask>(task: T, { signal, slot }: RunOptions = {}) {
      return new Promise<RenderResults[T['kind']]>((resolve, reject) => {
        lastId += 1;
        const lane = laneOf(task.kind);
        let open = true;
        const settle = (reply: RenderReply): void => {
          if (!open) return;
          open = false;
          signal?.removeEventListener('abort', onAbort);
          if (reply.ok) {
            resolve(reply.value as RenderResults[RenderKind] & RenderResults[T['kind']]);
            return;
          }
          const { code, detail, params, issues } = reply;
          if (code === 'worker_failed') log(`${task.kind} failed in the image worker: ${detail}`);
          reject(new AppError(code, { ...(params && { params }), ...(issues && { issues }) }));
        };
        const entry: Entry = { id: lastId, task, slot, losses: 0, settle };
        function onAbort(): void {
          cancel(lane, entry);
        }
        if (signal?.aborted) {
          settle(canceled(entry));
          return;
        }
        signal?.addEventListener('abort', onAbort);
        if (slot !== undefined) drop(lane, (other) => other.slot === slot);
        waiting[lane].push(entry);
        next(lane);
      });
    },
    close() {
      closed = true;
      worker?.kill();
    },
  };
}

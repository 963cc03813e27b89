import { Worker } from 'node:worker_threads';
import { AppError } from '../shared/app-error';
import workerPath from './history-worker?modulePath';
import type { HistoryReply, HistoryTask } from './jobs/rescue/history-task';
import type { Rescued } from './jobs/rescue/rescue-history';

/** Looks through histories, and rescues them, without holding up whoever answers the window. */
export interface HistoryThread {
  /** What is damaged, in words for the log; null where nothing is, and where `signal` came first. */
  inspect(path: string, signal: AbortSignal): Promise<string | null>;
  /** Throws disk_error where it can't be done. */
  rescue(damaged: string, target: string): Promise<Rescued>;
}

/** One thread a task: they are rare, and what a damaged file does to one is over with it. */
function run(task: HistoryTask, signal?: AbortSignal): Promise<HistoryReply> {
  return new Promise((resolve) => {
    const worker = new Worker(workerPath, { workerData: task });
    const ended = (reason: string): void => {
      resolve({ kind: 'failed', reason });
    };
    signal?.addEventListener('abort', () => void worker.terminate(), { once: true });
    if (signal?.aborted) void worker.terminate();
    worker.once('message', resolve);
    worker.once('error', (error) => {
      ended(String(error));
    });
    worker.once('exit', () => {
      ended('the thread ended');
    });
  });
}

export function createHistoryThread(log: (message: string) => void): HistoryThread {
  return {
    async inspect(path, signal) {
      const reply = await run({ kind: 'inspect', path }, signal);
      if (reply.kind === 'inspected') return reply.finding;
      if (reply.kind === 'failed' && !signal.aborted) log(`the history was not looked through: ${reply.reason}`);
      return null;
    },
    async rescue(damaged, target) {
      const reply = await run({ kind: 'rescue', damaged, target });
      if (reply.kind === 'rescued') return reply.rescued;
      throw new AppError('disk_error', { detail: reply.kind === 'failed' ? reply.reason : '' });
    },
  };
}

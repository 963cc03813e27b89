import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../shared/clock';
import { openDatabase } from './jobs/database';
import type { HistoryReply, HistoryTask } from './jobs/rescue/history-task';
import { inspectHistory } from './jobs/rescue/inspect-history';
import { rescueHistory } from './jobs/rescue/rescue-history';

const nothing = (): void => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };

function perform(task: HistoryTask): HistoryReply {
  if (task.kind === 'inspect') {
    // only on Linux does this mean the thread and not the whole program
    if (process.platform === 'linux') setPriority(0, 15);
    return { kind: 'inspected', finding: inspectHistory(task.path) };
  }
  const { database } = openDatabase(task.target, { clock: systemClock, log: silent });
  try {
    return { kind: 'rescued', rescued: rescueHistory(task.damaged, database) };
  } finally {
    database.close();
  }
}

function reply(): HistoryReply {
  try {
    return perform(workerData as HistoryTask);
  } catch (error) {
    return { kind: 'failed', reason: String(error) };
  }
}

parentPort?.postMessage(reply());

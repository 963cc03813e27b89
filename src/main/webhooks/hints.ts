import type { Clock } from '../../shared/clock';
import type { JobState } from '../../shared/job';

export interface KnownJob {
  id: string;
  title: string;
  state: JobState;
}

export interface HintOptions {
  /** The job that a service calls so, where it is known here. */
  find(provider: string, taskId: string): KnownJob | undefined;
  lookNow(id: string): void;
  clock: Clock;
}

/** A flood of deliveries for one job is one question in so many ms: anybody may send what is not signed. */
const PAUSE_MS = 2000;
const REMEMBERED = 1000;

/** A delivery tells that there may be news: the job, where it is one of ours, is asked about at once. */
export function createHints({ find, lookNow, clock }: HintOptions) {
  const asked = new Map<string, number>();
  return (provider: string, taskId: string): void => {
    const job = find(provider, taskId);
    if (!job) return;
    const now = clock.now();
    if (now - (asked.get(job.id) ?? -Infinity) < PAUSE_MS) return;
    if (asked.size >= REMEMBERED) asked.clear();
    asked.set(job.id, now);
    lookNow(job.id);
  };
}

import type { JobEvent } from '../../shared/job';
import { jobEventSchema } from '../../shared/job';
import type { Database } from './database';

export type NewJobEvent = Pick<JobEvent, 'kind' | 'params'>;

export interface JobEvents {
  append(jobId: string, at: number, event: NewJobEvent): void;
  list(jobId: string): JobEvent[];
}

/** The story of each job. A question answered as the one before only lengthens its line ("asked 14 times"). */
export function createJobEvents(database: Database): JobEvents {
  const last = database.prepare('SELECT id, kind, params FROM job_events WHERE job_id = ? ORDER BY id DESC LIMIT 1');
  const lengthen = database.prepare('UPDATE job_events SET until = ?, count = count + 1 WHERE id = ?');
  const insert = database.prepare(
    'INSERT INTO job_events (job_id, kind, at, until, count, params) VALUES (?, ?, ?, ?, 1, ?)',
  );
  const select = database.prepare('SELECT kind, at, until, count, params FROM job_events WHERE job_id = ? ORDER BY id');
  return {
    append(jobId, at, { kind, params }) {
      const text = params ? JSON.stringify(params) : null;
      const previous = last.get(jobId);
      const mergeable = kind === 'polled' || kind === 'poll_failed' || kind === 'sent_again';
      if (mergeable && previous?.['kind'] === kind && previous['params'] === text)
        lengthen.run(at, previous['id'] ?? null);
      else insert.run(jobId, kind, at, at, text);
    },
    list: (jobId) =>
      select
        .all(jobId)
        .map(({ params, ...event }) =>
          jobEventSchema.parse(
            typeof params === 'string' ? { ...event, params: JSON.parse(params) as unknown } : event,
          ),
        ),
  };
}

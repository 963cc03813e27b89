import { z } from 'zod';
import type { JobReading, JobSpec } from './endpoint';

export const acceptedSchema = z.looseObject({
  job_id: z.string().min(1),
  status: z.string(),
  status_url: z.string().nullish(),
});

export const jobSchema = z.looseObject({
  job_id: z.string(),
  status: z.enum(['queued', 'processing', 'done', 'failed']),
  created_at: z.string().nullish(),
  started_at: z.string().nullish(),
  finished_at: z.string().nullish(),
  result: z.looseObject({ image_url: z.string().nullish() }).nullish(),
  /** Text, or an object with a `message`. */
  error: z.unknown().optional(),
});

function reasonOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return error === null || error === undefined ? '' : JSON.stringify(error);
}

function read(answer: unknown): JobReading {
  const job = jobSchema.parse(answer);
  switch (job.status) {
    case 'queued':
      return { state: 'queued' };
    case 'processing':
      return { state: 'running' };
    case 'failed':
      return { state: 'failed', reason: reasonOf(job.error) };
    case 'done': {
      const url = job.result?.image_url;
      // done without a picture is no end: the next answer may have it
      if (!url) return { state: 'running' };
      return { state: 'completed', description: null, artifacts: [{ source: { kind: 'url', format: 'png', url } }] };
    }
  }
}

/** How all of BananaHub's generations are followed. The address of the picture is made anew by every answer. */
export const generationJob: JobSpec = {
  remoteId: (answer) => acceptedSchema.safeParse(answer).data?.job_id,
  pollEndpoint: 'bananahub.job',
  pollInput: (remoteId) => ({ job_id: remoteId }),
  interval: [2000, 2500],
  read,
};

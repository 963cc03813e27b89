import { z } from 'zod';
import { findImages } from '../find-images';
import type { JobArtifact, JobReading, JobSpec } from './endpoint';
import { looseId, looseReason, looseText, requiredWord } from './lenient';
import { readStatus, reasonFor } from './status-word';

/** An id that is a number is read off the text, with all its digits. */
export const acceptedSchema = z.looseObject({ job_id: z.string().min(1), status: looseText, status_url: looseText });

export const jobSchema = z.looseObject({
  job_id: looseId,
  status: requiredWord,
  created_at: looseText,
  started_at: looseText,
  finished_at: looseText,
  result: z.looseObject({ image_url: looseText }).nullish().catch(null),
  error: looseReason,
});
type HubJob = z.infer<typeof jobSchema>;

/** The picture by its documented name, else whatever looks like one: a result that was paid for has been found. */
function artifactsOf({ result }: HubJob): JobArtifact[] {
  const url = result?.image_url;
  if (url) return [{ source: { kind: 'url', format: 'png', url } }];
  return findImages(result).map(({ source }) => ({ source: { ...source, format: 'png' } }));
}

function read(answer: unknown): JobReading {
  const job = jobSchema.parse(answer);
  const status = readStatus(job.status);
  switch (status.state) {
    case 'completed': {
      const artifacts = artifactsOf(job);
      // done without a picture is no end: the next answer may have it
      if (artifacts.length === 0) return { state: 'unclear', word: job.status, why: 'no_result' };
      return { state: 'completed', description: null, artifacts };
    }
    case 'failed':
      return { state: 'failed', reason: reasonFor(job.error, status.word) };
    case 'unclear':
      return { state: 'unclear', word: status.word, why: 'unknown_status' };
    default:
      return { state: status.state };
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

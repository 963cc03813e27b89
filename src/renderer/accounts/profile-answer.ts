import type { ErrorCode } from '../../shared/app-error';
import type { Job } from '../../shared/job';
import type { LastAnswer } from '../ui/last-answers';

/** Errors that say something about the key or the server; others are about one job only. */
const TELLING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unauthorized',
  'no_credential',
  'key_elsewhere',
  'key_unbound',
  'key_disabled',
  'quota_exhausted',
  'out_of_funds',
  'forbidden_by_server',
  'rate_limited',
  'server_error',
  'gateway_page',
  'bad_answer',
  'unreachable',
  'timeout',
  'connection_lost',
]);

function answerTo(job: Job): LastAnswer | undefined {
  const at = job.finishedAt ?? job.acceptedAt ?? job.sentAt;
  if (at === null) return undefined;
  if (job.error && TELLING.has(job.error.code)) return { at, said: job.error.code };
  return job.acceptedAt === null ? undefined : { at, said: 'working' };
}

/** The newest word of a profile's server: what was heard since the start, or what its jobs heard. */
export function profileAnswer(
  profileId: string,
  jobs: readonly Job[],
  heard: LastAnswer | undefined,
): LastAnswer | undefined {
  let newest = heard;
  for (const job of jobs) {
    if (job.profileId !== profileId) continue;
    const answer = answerTo(job);
    if (answer && (newest === undefined || answer.at > newest.at)) newest = answer;
  }
  return newest;
}

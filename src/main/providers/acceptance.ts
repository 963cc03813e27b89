import type { JobReading, JobSpec } from '../../shared/endpoints/endpoint';
import { findRemoteId, isRemoteId } from './find-remote-id';
import type { Accepted } from './provider';

const PROBE = 'remote-id';

/** How the API itself calls the id: the field that its poll takes it in. */
function ownName(job: JobSpec): string {
  return Object.entries(job.pollInput(PROBE, {})).find(([, value]) => value === PROBE)?.[0] ?? 'id';
}

function readingOf(job: JobSpec, value: unknown): JobReading | undefined {
  try {
    return value === undefined ? undefined : job.readAtOnce?.(value);
  } catch {
    return undefined;
  }
}

/**
 * What the answer to a submission says of its acceptance: the id at its place, else wherever it stands, and the end
 * itself where the answer holds it. Undefined where it says neither. `ofFailed` is put over the answer of a run that
 * failed, of which nothing but the reason is read.
 */
export function acceptanceOf(
  job: JobSpec,
  { value, text }: { value: unknown; text: string },
  ofFailed: (answer: unknown) => unknown,
): Accepted | undefined {
  const reading = readingOf(job, value);
  const promised = value === undefined ? undefined : job.remoteId(value);
  const remoteId = promised !== undefined && isRemoteId(promised) ? promised : findRemoteId(text, ownName(job));
  if (!reading) return remoteId === undefined ? undefined : { remoteId };
  return { remoteId: remoteId ?? null, answer: reading.state === 'failed' ? ofFailed(value) : value };
}

import { jobGroup, type Job } from '../../shared/job';

export type Segment = 'open' | 'ended' | 'all';
export type GroupName = 'needsYou' | 'underWay' | 'endedGroup' | 'endedLately';

export type QueueRow = { kind: 'group'; id: GroupName; heading: true } | { kind: 'job'; id: string; job: Job };

/** So many ended jobs follow the open ones: what one was waiting for does not vanish at the moment it comes. */
const LATELY = 5;

function group(id: GroupName, jobs: readonly Job[]): QueueRow[] {
  if (jobs.length === 0) return [];
  return [{ kind: 'group', id, heading: true }, ...jobs.map((job) => ({ kind: 'job', id: job.id, job }) as const)];
}

/** The list of the queue: groups by what one must do, each newest first, empty ones left out. */
export function queueRows(segment: Segment, open: readonly Job[], ended: readonly Job[]): QueueRow[] {
  const endedRows = segment === 'open' ? group('endedLately', ended.slice(0, LATELY)) : group('endedGroup', ended);
  if (segment === 'ended') return endedRows;
  return [
    ...group(
      'needsYou',
      open.filter((job) => jobGroup(job.state) === 'needs-you'),
    ),
    ...group(
      'underWay',
      open.filter((job) => jobGroup(job.state) !== 'needs-you'),
    ),
    ...endedRows,
  ];
}

import { jobGroup, type Job } from '../../shared/job';

export type Segment = 'open' | 'ended' | 'all';
export type GroupName = 'needsYou' | 'underWay' | 'endedGroup' | 'endedLately';

export type QueueRow = { kind: 'group'; name: GroupName } | { kind: 'job'; job: Job };

/** So many ended jobs follow the open ones: what one was waiting for does not vanish at the moment it comes. */
const LATELY = 5;

function group(name: GroupName, jobs: readonly Job[]): QueueRow[] {
  return jobs.length === 0 ? [] : [{ kind: 'group', name }, ...jobs.map((job) => ({ kind: 'job', job }) as const)];
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

/** The index of the row an arrow key leads to: the next job in its direction, or the same at the ends. */
export function nextRow(rows: readonly QueueRow[], from: number, key: string): number | undefined {
  const jobs = rows.flatMap((row, index) => (row.kind === 'job' ? [index] : []));
  const at = jobs.indexOf(from);
  switch (key) {
    case 'ArrowDown':
      return jobs[Math.min(at + 1, jobs.length - 1)];
    case 'ArrowUp':
      return jobs[Math.max(at - 1, 0)];
    case 'Home':
      return jobs[0];
    case 'End':
      return jobs.at(-1);
    default:
      return undefined;
  }
}

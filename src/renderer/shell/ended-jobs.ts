import { notifications } from '@mantine/notifications';
import { jobGroup, type Job } from '../../shared/job';
import { call, onEvent } from '../api';
import { toastJobEnded } from '../ui/toast';
import { useUi } from '../ui-store';

/** True where the job's end is before the user's eyes already. */
function isShown(id: string): boolean {
  const { screen, queueJob, libraryJob } = useUi.getState();
  return (screen === 'queue' && queueJob === id) || (screen === 'library' && libraryJob === id);
}

function open(job: Job): void {
  const { openResult, openQueueJob } = useUi.getState();
  if (job.state === 'done') openResult(job.id);
  else openQueueJob(job.id);
}

/**
 * Tells of jobs that end while the user is elsewhere. A submission that the server refused is told by its form,
 * and a job that was let rest by the one who did it. Returns the function that stops it.
 */
export function followEndedJobs(): () => void {
  const since = Date.now();
  const told = new Set<string>();
  const look = async (id: string): Promise<void> => {
    const job = await call('job.get', { id });
    const ended = jobGroup(job.state) === 'ended' && job.finishedAt !== null && job.finishedAt >= since;
    if (!ended || job.state === 'unwatched' || job.acceptedAt === null || told.has(id)) return;
    told.add(id);
    if (!isShown(id)) toastJobEnded(job, () => open(job));
  };
  const stops = [
    onEvent('job.changed', ({ id }) => {
      // a job of the other mode is not there any more: nothing to tell
      if (!told.has(id)) look(id).catch(() => undefined);
    }),
    // a toast that leads where the user is now has nothing more to say
    useUi.subscribe(() => {
      for (const id of told) if (isShown(id)) notifications.hide(id);
    }),
    // their buttons would lead to jobs that the other mode does not have
    onEvent('mode.changed', () => {
      notifications.clean();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

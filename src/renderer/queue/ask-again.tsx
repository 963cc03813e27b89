import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/job';
import { call } from '../api';
import { attempt } from '../ui/job-actions';

/**
 * Asks the server once more about a job that ended here without its result: it may have been looked for too early, or
 * at a server that did not know it yet. Costs nothing. Not where the server itself has ended the job.
 */
export function AskAgain({ job }: { job: Pick<Job, 'id' | 'state' | 'remoteId' | 'error'> }) {
  const { t } = useTranslation();
  if (job.state !== 'failed' || job.remoteId === null || job.error?.code === 'job_failed') return null;
  return (
    <Button
      onClick={() => {
        attempt(call('job.watchAgain', { id: job.id }));
      }}
    >
      {t('queue.watchAgain')}
    </Button>
  );
}

import { Button } from '@mantine/core';
import { ListPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api';
import { attempt } from '../../ui/job-actions';
import { useUi } from '../../ui-store';
import styles from '../results.module.css';
import type { Adoption } from './adoption';

/** Takes a job that the server already has into the queue. */
export function Follow({ adoption }: { adoption: Adoption }) {
  const { t } = useTranslation();
  const openQueueJob = useUi((state) => state.openQueueJob);
  return (
    <div className={styles.actions}>
      <Button
        leftSection={<ListPlus size={14} aria-hidden />}
        onClick={() => {
          attempt(
            call('job.adopt', adoption).then(({ jobId }) => {
              openQueueJob(jobId);
            }),
          );
        }}
      >
        {t('results.task.follow')}
      </Button>
      <p>{t('results.task.followText')}</p>
    </div>
  );
}

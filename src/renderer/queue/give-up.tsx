import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobDetail } from '../../shared/job';
import { call } from '../api';
import { Confirm } from '../ui/confirm';
import { jobTitle } from '../ui/job-words';
import { toastError } from '../ui/toast';

/** Ends the waiting for the answer to a submission, once it was read that the server may go on and bill it. */
export function GiveUp({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('queue.giveUp')}
      </Button>
      <Confirm
        title={t('queue.giveUpTitle', { title: jobTitle(job) })}
        text={t('queue.giveUpText')}
        yes={t('queue.giveUpYes')}
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        onYes={() => call('job.giveUp', { id: job.id }).catch(toastError)}
      />
    </>
  );
}

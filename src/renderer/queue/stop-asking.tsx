import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '../api';
import { attempt } from '../ui/job-actions';

export function StopAsking({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Button
      onClick={() => {
        attempt(call('job.stopWatching', { id }));
      }}
    >
      {t('queue.stopAsking')}
    </Button>
  );
}

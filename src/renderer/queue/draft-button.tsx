import { Button } from '@mantine/core';
import { SquarePen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JobDetail } from '../../shared/job';
import { openAsDraft } from '../ui/job-actions';

export function DraftButton({ job, main = false }: { job: JobDetail; main?: boolean }) {
  const { t } = useTranslation();
  return (
    <Button
      variant={main ? 'filled' : 'default'}
      leftSection={<SquarePen size={14} aria-hidden />}
      onClick={() => {
        openAsDraft(job);
      }}
    >
      {t('queue.openAsDraft')}
    </Button>
  );
}

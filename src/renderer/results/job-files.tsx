import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JobDetail } from '../../shared/job';
import { saveAs } from '../ui/job-actions';
import styles from './results.module.css';

/** All files of a job, each with a way to save it. */
export function JobFiles({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  if (job.assets.length === 0) return null;
  return (
    <div className={styles.actions}>
      {job.assets.map((asset) => (
        <Button
          key={asset.sha256}
          leftSection={<Download size={14} aria-hidden />}
          onClick={() => {
            saveAs({ jobId: job.id, sha256: asset.sha256 });
          }}
        >
          {t('library.saveFile', { format: asset.format.toUpperCase() })}
        </Button>
      ))}
    </div>
  );
}

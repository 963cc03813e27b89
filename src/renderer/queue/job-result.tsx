import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { findEndpoint } from '../../shared/endpoints';
import type { JobDetail } from '../../shared/job';
import { JobFiles } from '../results/job-files';
import { ResultOf } from '../results/result-of';
import { CopyButton } from '../ui/copy-button';
import { markSeen } from '../ui/job-actions';
import styles from './result.module.css';

/** What the job was for, in the view of its endpoint, and the server's words about it. */
export function JobResult({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  const endpoint = findEndpoint(job.endpoint);
  const { id, seen } = job;
  useEffect(() => {
    if (!seen) markSeen(id);
  }, [id, seen]);
  // a polished prompt is the description
  const described = job.description && endpoint?.view !== 'prompt';
  return (
    <>
      {/* a newer version made it: its files are all that is known of it */}
      {endpoint ? <ResultOf endpoint={endpoint} result={{ kind: 'job', job }} /> : <JobFiles job={job} />}
      {described && (
        <section className={styles.description}>
          <div className={styles.descriptionHead}>
            <h3>{t('library.description')}</h3>
            <CopyButton text={job.description ?? ''} name={t('library.copyDescription')} />
          </div>
          <p>{job.description}</p>
        </section>
      )}
    </>
  );
}

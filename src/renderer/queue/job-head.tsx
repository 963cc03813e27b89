import { useTranslation } from 'react-i18next';
import type { JobDetail } from '../../shared/job';
import { CopyButton } from '../ui/copy-button';
import { JobState } from '../ui/job-state';
import { endpointTitle, jobTitle, shortId } from '../ui/job-words';
import styles from './queue.module.css';

/** Title, kind, key and the server's id of a job; its state at the right, announced when it changes. */
export function JobHead({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  return (
    <header className={styles.head}>
      <div className={styles.headWords}>
        <h2 className={styles.headTitle}>{jobTitle(job)}</h2>
        <p className={styles.headFacts}>
          <span>{endpointTitle(job.endpoint)}</span>
          <span>{job.profileName}</span>
          {job.remoteId !== null && (
            <span className={styles.remoteId}>
              <span className="mono" title={job.remoteId}>
                {shortId(job.remoteId)}
              </span>
              <CopyButton text={job.remoteId} name={t('queue.copyTaskId')} />
            </span>
          )}
        </p>
      </div>
      <div className={styles.headState} role="status">
        <JobState job={job} testId="job-state" />
      </div>
    </header>
  );
}

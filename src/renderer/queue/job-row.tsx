import { Button } from '@mantine/core';
import { CircleStop } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isWatched, jobGroup, type Job } from '../../shared/job';
import { call } from '../api';
import { EndpointIcon } from '../ui/endpoint-icon';
import { attempt } from '../ui/job-actions';
import { JobState } from '../ui/job-state';
import { endpointIconName, endpointTitle, jobTitle, mainPicture } from '../ui/job-words';
import { listText } from '../ui/list-text';
import { RunningBar } from '../ui/running-bar';
import { JobHint, JobTime } from './job-hint';
import { Thumbnail } from '../ui/thumbnail';
import styles from './queue.module.css';

function Thumb({ job }: { job: Job }) {
  const picture = mainPicture(job.assets);
  if (picture) return <Thumbnail className={styles.thumb} sha256={picture.sha256} width={112} lazy />;
  return (
    <span className={styles.thumb} data-none>
      <EndpointIcon name={endpointIconName(job.endpoint)} size={20} />
    </span>
  );
}

interface JobRowProps {
  job: Job;
  selected: boolean;
  /** One row of the list is in the tab order; arrows lead to the others. */
  reachable: boolean;
  onSelect: () => void;
}

export function JobRow({ job, selected, reachable, onSelect }: JobRowProps) {
  const { t, i18n } = useTranslation();
  const title = jobTitle(job);
  const underWay = jobGroup(job.state) === 'under-way';
  const stoppable = underWay && isWatched(job.state);
  const unread = job.state === 'done' && !job.seen;
  return (
    <div className={styles.row} data-selected={selected ? '' : undefined}>
      <button
        type="button"
        className={styles.rowMain}
        data-job={job.id}
        aria-current={selected ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        onClick={onSelect}
      >
        <Thumb job={job} />
        <span className={styles.rowWords}>
          <span className={styles.rowTitle}>
            {unread && <span className={styles.dot} title={t('library.unread')} />}
            <span className="truncate" data-unread={unread ? '' : undefined}>
              {title}
            </span>
            <JobTime job={job} />
          </span>
          <span className={`truncate ${styles.rowKind}`}>
            {listText([endpointTitle(job.endpoint), job.profileName], i18n.language)}
          </span>
          <span className={styles.rowState} data-room={stoppable ? '' : undefined}>
            <JobState job={job} />
            <span className="truncate number">
              <JobHint job={job} short />
            </span>
          </span>
          {underWay && <RunningBar />}
        </span>
      </button>
      {stoppable && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={styles.stop ?? ''}
          aria-label={t('queue.stopAskingAbout', { title })}
          title={t('queue.stopAsking')}
          onClick={() => {
            attempt(call('job.stopWatching', { id: job.id }));
          }}
        >
          <span className={styles.stopWords}>{t('queue.stopAsking')}</span>
          <CircleStop className={styles.stopIcon} size={14} strokeWidth={1.6} aria-hidden />
        </Button>
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { thumbUrl } from '../../shared/contract';
import type { Job } from '../../shared/job';
import { EndpointIcon } from '../ui/endpoint-icon';
import { endpointIconName, endpointTitle, jobTitle, mainPicture } from '../ui/job-words';
import { clockText } from '../ui/time-text';
import styles from './grid.module.css';

interface TileProps {
  job: Job;
  reachable: boolean;
  /** Width of the thumbnail to ask for, in px. */
  width: number;
  onOpen: () => void;
  onFocus: () => void;
}

export function Tile({ job, reachable, width, onOpen, onFocus }: TileProps) {
  const { t, i18n } = useTranslation();
  const picture = mainPicture(job.assets);
  return (
    <button
      type="button"
      className={styles.tile}
      data-job={job.id}
      tabIndex={reachable ? 0 : -1}
      onClick={onOpen}
      onFocus={onFocus}
    >
      <span className={styles.paper}>
        {picture ? (
          <img src={thumbUrl(picture.sha256, width)} alt="" loading="lazy" />
        ) : (
          <EndpointIcon name={endpointIconName(job.endpoint)} size={20} />
        )}
      </span>
      <span className={styles.caption}>
        {!job.seen && (
          <span className={styles.dot}>
            <span className="visually-hidden">{t('library.unread')}</span>
          </span>
        )}
        <span className="truncate" data-unread={job.seen ? undefined : ''}>
          {jobTitle(job)}
        </span>
      </span>
      <span className={styles.facts}>
        <EndpointIcon name={endpointIconName(job.endpoint)} size={12} />
        <span className="truncate">{endpointTitle(job.endpoint)}</span>
        <span className="number">{clockText(job.createdAt, i18n.language)}</span>
      </span>
    </button>
  );
}

import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/job';
import { EndpointIcon } from '../ui/endpoint-icon';
import { endpointIconName, endpointTitle, jobTitle, mainPicture } from '../ui/job-words';
import { Thumbnail } from '../ui/thumbnail';
import { clockText } from '../ui/time-text';
import styles from './grid.module.css';
import { toggleSelected } from './library-store';

interface TileProps {
  job: Job;
  reachable: boolean;
  /** Width of the thumbnail to ask for, in px. */
  width: number;
  selected: boolean;
  onOpen: () => void;
  onFocus: () => void;
}

/** A press opens the result. Its picture is selected by the mark in the corner, or by the space bar. */
export function Tile({ job, reachable, width, selected, onOpen, onFocus }: TileProps) {
  const { t, i18n } = useTranslation();
  const picture = mainPicture(job.assets);
  const tile = (
    <button
      type="button"
      className={styles.tile}
      aria-keyshortcuts={picture && 'Space'}
      data-job={job.id}
      tabIndex={reachable ? 0 : -1}
      onClick={onOpen}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key !== ' ' || !picture) return;
        event.preventDefault();
        toggleSelected(job);
      }}
    >
      <span className={styles.paper}>
        {picture ? (
          <Thumbnail sha256={picture.sha256} width={width} lazy />
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
  if (!picture) return <div className={styles.place}>{tile}</div>;
  return (
    <div className={styles.place} data-selected={selected || undefined}>
      {tile}
      <button
        type="button"
        className={styles.mark}
        tabIndex={-1}
        aria-pressed={selected}
        aria-label={t('library.select', { name: jobTitle(job) })}
        title={t('library.selectHelp')}
        onClick={() => {
          toggleSelected(job);
        }}
      >
        <Check size={14} strokeWidth={2} aria-hidden />
      </button>
    </div>
  );
}

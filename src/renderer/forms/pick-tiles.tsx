import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { thumbUrl } from '../../shared/contract';
import type { Job } from '../../shared/job';
import { jobTitle, mainPicture } from '../ui/job-words';
import styles from './pick.module.css';

interface PickTilesProps {
  jobs: readonly Job[];
  /** Ids at the server. */
  chosen: readonly string[];
  searching: boolean;
  toggle(remoteId: string, on: boolean): void;
}

/** Finished figures to tick; the number on a ticked one is its place. */
export function PickTiles({ jobs, chosen, searching, toggle }: PickTilesProps) {
  const { t } = useTranslation();
  const pictures = jobs.flatMap((job) => {
    const picture = mainPicture(job.assets);
    return picture && job.remoteId !== null ? [{ job, remoteId: job.remoteId, picture }] : [];
  });
  if (pictures.length === 0)
    return <p className={styles.none}>{t(searching ? 'forms.noFigureFound' : 'forms.noFigures')}</p>;
  return (
    <div className={styles.tiles} role="group" aria-label={t('forms.figures')}>
      {pictures.map(({ job, remoteId, picture }) => {
        const place = chosen.indexOf(remoteId);
        const on = place !== -1;
        return (
          <label key={job.id} className={styles.tile} data-chosen={on || undefined} title={jobTitle(job)}>
            <input
              type="checkbox"
              className={styles.tick}
              checked={on}
              aria-label={jobTitle(job)}
              onChange={(event) => {
                toggle(remoteId, event.currentTarget.checked);
              }}
            />
            <span className={styles.paper}>
              <img src={thumbUrl(picture.sha256, 240)} alt="" loading="lazy" />
              {on && (
                <span className={styles.badge} aria-hidden>
                  <Check size={12} strokeWidth={2.4} />
                  {place + 1}
                </span>
              )}
            </span>
            <span className="truncate">{jobTitle(job)}</span>
          </label>
        );
      })}
    </div>
  );
}

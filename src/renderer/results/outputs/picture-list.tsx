import { useTranslation } from 'react-i18next';
import type { JobDetail } from '../../../shared/job';
import { saveAs } from '../../ui/job-actions';
import { mainPicture } from '../../ui/job-words';
import { useSaveShortcut } from '../../ui/use-save-shortcut';
import { FileCard } from '../file-card';
import cards from '../file-card.module.css';
import styles from '../results.module.css';

/** The pictures that were found in a run's outputs, as they were kept. */
export function PictureList({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  const pictures = job.assets.filter((asset) => mainPicture([asset]) !== undefined);
  const first = pictures[0]?.sha256;
  useSaveShortcut(() => {
    if (first !== undefined) saveAs({ jobId: job.id, sha256: first });
  });
  if (pictures.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{t('results.outputs.pictures', { count: pictures.length })}</h3>
      <div className={cards.cards}>
        {pictures.map((asset, index) => (
          <FileCard
            key={asset.sha256}
            asset={asset}
            title={t('results.outputs.openPicture', { position: index + 1 })}
            large={pictures.length === 1}
            testId="result-picture"
            place={{ jobId: job.id, sha256: asset.sha256 }}
            saveName={t('results.outputs.savePicture', { position: index + 1 })}
            main={index === 0}
          />
        ))}
      </div>
    </>
  );
}

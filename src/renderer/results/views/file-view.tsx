import { useTranslation } from 'react-i18next';
import { FileCard } from '../file-card';
import { JobFiles } from '../job-files';
import type { ResultProps } from '../result';
import styles from '../results.module.css';

/** The file that a plain call brought. */
export default function FileView({ endpoint, result }: ResultProps) {
  const { t } = useTranslation();
  if (result.kind === 'job') return <JobFiles job={result.job} />;
  const { asset, input } = result;
  if (!asset) return <p className={styles.note}>{t('results.file.none')}</p>;
  const title = endpoint.historyTitle(input) ?? t('results.file.title');
  return (
    <FileCard
      asset={asset}
      title={title}
      place={{ sha256: asset.sha256, title }}
      saveName={t('results.file.save')}
      large
    />
  );
}

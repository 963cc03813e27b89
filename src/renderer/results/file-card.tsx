import { ActionIcon, Tooltip } from '@mantine/core';
import { Copy, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { assetUrl, pageUrl } from '../../shared/contract';
import type { Asset } from '../../shared/job';
import { formatBytes } from '../ui/format';
import { copyPicture } from '../ui/job-actions';
import { mainPicture } from '../ui/job-words';
import { listText } from '../ui/list-text';
import styles from './file-card.module.css';

/** px; wide enough for the largest card on a dense screen. */
const PAGE_WIDTH = 1600;

interface FileCardProps {
  asset: Asset;
  /** What the picture shows, for those who do not see it. */
  title: string;
  save: () => void;
  saveName: string;
  /** Where only one is shown it may be taller. */
  large?: boolean;
  testId?: string;
}

/** A picture on paper, or the first page of a PDF, with its facts below. SVG is only ever drawn as a picture. */
export function FileCard({ asset, title, save, saveName, large = false, testId }: FileCardProps) {
  const { t, i18n } = useTranslation();
  const isPicture = mainPicture([asset]) !== undefined;
  const size =
    asset.width !== null && asset.height !== null
      ? t('library.pixels', { width: asset.width, height: asset.height })
      : t('results.plot.vector');
  return (
    <figure className={styles.card} data-large={large || undefined}>
      <div className={styles.paper}>
        {isPicture && <img src={assetUrl(asset.sha256)} alt={title} data-testid={testId} />}
        {asset.format === 'pdf' && (
          <img
            src={pageUrl(asset.sha256, 1, PAGE_WIDTH)}
            alt={`${t('results.plot.pdfPage')}: ${title}`}
            data-testid={testId}
          />
        )}
      </div>
      <figcaption className={styles.caption}>
        <span className={styles.format}>{asset.format.toUpperCase()}</span>
        <span className={`secondary number truncate ${styles.facts}`}>
          {listText([size, formatBytes(asset.bytes, i18n.language)], i18n.language)}
        </span>
        {isPicture && (
          <Tooltip label={t('library.copyPicture')}>
            <ActionIcon
              size={24}
              aria-label={`${t('library.copyPicture')}: ${asset.format.toUpperCase()}`}
              onClick={() => {
                copyPicture(asset.sha256);
              }}
            >
              <Copy size={14} strokeWidth={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={saveName}>
          <ActionIcon size={24} aria-label={saveName} onClick={save}>
            <Download size={14} strokeWidth={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </figcaption>
    </figure>
  );
}

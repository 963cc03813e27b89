import { ActionIcon, Button } from '@mantine/core';
import { Copy, Download, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pageUrl } from '../../shared/contract';
import type { Asset } from '../../shared/job';
import { formatBytes } from '../ui/format';
import { Hint } from '../ui/hint';
import { copyPicture, saveAs, showInFolder, type FilePlace } from '../ui/job-actions';
import { mainPicture } from '../ui/job-words';
import { listText } from '../ui/list-text';
import { Shortcut } from '../ui/shortcut';
import { StoredPicture } from '../ui/stored-picture';
import styles from './file-card.module.css';

/** px; wide enough for the largest card on a dense screen. */
const PAGE_WIDTH = 1600;

interface FileCardProps {
  asset: Asset;
  place: FilePlace;
  /** What the picture shows, for those who do not see it. */
  title: string;
  saveName: string;
  /** Where only one is shown it may be taller. */
  large?: boolean;
  /** The one that Ctrl+S saves. */
  main?: boolean;
  testId?: string;
}

/** A picture on paper, or the first page of a PDF, with its facts below. SVG is only ever drawn as a picture. */
export function FileCard({ asset, place, title, saveName, large = false, main = false, testId }: FileCardProps) {
  const { t, i18n } = useTranslation();
  const jobId = 'jobId' in place ? place.jobId : undefined;
  const isPicture = mainPicture([asset]) !== undefined;
  const format = asset.format.toUpperCase();
  const size =
    asset.width !== null && asset.height !== null
      ? t('library.pixels', { width: asset.width, height: asset.height })
      : t('results.plot.vector');
  const tools = [
    ...(isPicture ? [{ label: t('library.copyPicture'), icon: Copy, run: () => copyPicture(asset.sha256) }] : []),
    // side by side there is no room for more than two
    ...(large ? [{ label: t('library.showInFolder'), icon: FolderOpen, run: () => showInFolder(place) }] : []),
  ];
  return (
    <figure className={styles.card} data-large={large || undefined}>
      <div className={styles.paper}>
        {isPicture && <StoredPicture asset={asset} jobId={jobId} alt={title} data-testid={testId} />}
        {asset.format === 'pdf' && (
          <StoredPicture
            asset={asset}
            jobId={jobId}
            src={pageUrl(asset.sha256, 1, PAGE_WIDTH)}
            alt={`${t('results.plot.pdfPage')}: ${title}`}
            data-testid={testId}
          />
        )}
      </div>
      <figcaption className={styles.caption}>
        <p className={`number truncate ${styles.facts}`}>
          <strong>{format}</strong>{' '}
          <span className="secondary">{listText([size, formatBytes(asset.bytes, i18n.language)], i18n.language)}</span>
        </p>
        <div className={styles.tools}>
          <Button
            {...(main && { variant: 'filled', 'aria-keyshortcuts': 'Control+S' })}
            leftSection={<Download size={14} strokeWidth={1.6} aria-hidden />}
            onClick={() => {
              saveAs(place);
            }}
          >
            <span className={styles.withKey}>
              {saveName} {main && large && <Shortcut keys="mod+S" />}
            </span>
          </Button>
          {tools.map(({ label, icon: Icon, run }) => (
            <Hint key={label} label={label}>
              <ActionIcon variant="default" aria-label={`${label}: ${format}`} onClick={run}>
                <Icon size={14} strokeWidth={1.6} aria-hidden />
              </ActionIcon>
            </Hint>
          ))}
        </div>
      </figcaption>
    </figure>
  );
}

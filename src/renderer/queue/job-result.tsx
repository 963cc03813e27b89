import { Button } from '@mantine/core';
import { Copy, Download, FolderOpen, Images } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { assetUrl } from '../../shared/contract';
import type { Asset, JobDetail } from '../../shared/job';
import { CopyButton } from '../ui/copy-button';
import { copyPicture, markSeen, saveAs, showInFolder } from '../ui/job-actions';
import { jobTitle, mainPicture } from '../ui/job-words';
import { Shortcut } from '../ui/shortcut';
import { useSaveShortcut } from '../ui/use-save-shortcut';
import { useUi } from '../ui-store';
import styles from './result.module.css';

function Picture({ job, asset }: { job: JobDetail; asset: Asset }) {
  const { t } = useTranslation();
  const openResult = useUi((state) => state.openResult);
  const save = useCallback(() => {
    saveAs(job.id, asset.sha256);
  }, [job.id, asset.sha256]);
  useSaveShortcut(save);
  return (
    <>
      <button
        type="button"
        className={styles.stage}
        aria-label={t('library.openInLibrary')}
        onClick={() => {
          openResult(job.id);
        }}
      >
        <img
          src={assetUrl(asset.sha256)}
          alt={jobTitle(job)}
          data-testid="result-picture"
          {...(asset.width !== null && asset.height !== null && { width: asset.width, height: asset.height })}
        />
      </button>
      <div className={styles.actions}>
        <Button
          variant="filled"
          leftSection={<Download size={14} aria-hidden />}
          onClick={save}
          aria-keyshortcuts="Control+S"
        >
          <span className={styles.withKey}>
            {t('library.saveAs')} <Shortcut keys="mod+S" />
          </span>
        </Button>
        <Button
          leftSection={<Copy size={14} aria-hidden />}
          onClick={() => {
            copyPicture(asset.sha256);
          }}
        >
          {t('library.copyPicture')}
        </Button>
        <Button
          leftSection={<FolderOpen size={14} aria-hidden />}
          onClick={() => {
            showInFolder(job.id, asset.sha256);
          }}
        >
          {t('library.showInFolder')}
        </Button>
        <Button
          leftSection={<Images size={14} aria-hidden />}
          onClick={() => {
            openResult(job.id);
          }}
        >
          {t('library.openInLibrary')}
        </Button>
      </div>
    </>
  );
}

/** What the job was for: the picture large, and the server's words about it. */
export function JobResult({ job }: { job: JobDetail }) {
  const { t } = useTranslation();
  const picture = mainPicture(job.assets);
  const { id, seen } = job;
  useEffect(() => {
    if (!seen) markSeen(id);
  }, [id, seen]);
  return (
    <>
      {picture && <Picture job={job} asset={picture} />}
      {job.description && (
        <section className={styles.description}>
          <div className={styles.descriptionHead}>
            <h3>{t('library.description')}</h3>
            <CopyButton text={job.description} name={t('library.copyDescription')} />
          </div>
          <p>{job.description}</p>
        </section>
      )}
    </>
  );
}

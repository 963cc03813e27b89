import { Button } from '@mantine/core';
import { Copy, Download, FolderOpen, Images } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assetUrl } from '../../../shared/contract';
import type { Asset, JobDetail } from '../../../shared/job';
import { copyPicture, saveAs, showInFolder } from '../../ui/job-actions';
import { jobTitle, mainPicture } from '../../ui/job-words';
import { PictureProblem } from '../../ui/picture-problem';
import { Shortcut } from '../../ui/shortcut';
import { useSaveShortcut } from '../../ui/use-save-shortcut';
import { useUi } from '../../ui-store';
import { OtherShape } from '../other-shape';
import type { ResultProps } from '../result';
import styles from '../results.module.css';

function Picture({ job, asset }: { job: JobDetail; asset: Asset }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string>();
  const openResult = useUi((state) => state.openResult);
  const save = (): void => {
    saveAs({ jobId: job.id, sha256: asset.sha256 });
  };
  useSaveShortcut(save);
  const open = (): void => {
    openResult(job.id);
  };
  return (
    <>
      {failed === asset.sha256 ? (
        <PictureProblem
          asset={asset}
          jobId={job.id}
          onFetched={() => {
            setFailed(undefined);
          }}
        />
      ) : (
        <button type="button" className={styles.stage} aria-label={t('library.openInLibrary')} onClick={open}>
          <img
            src={assetUrl(asset.sha256)}
            alt={jobTitle(job)}
            data-testid="result-picture"
            {...(asset.width !== null && asset.height !== null && { width: asset.width, height: asset.height })}
            onError={() => {
              setFailed(asset.sha256);
            }}
          />
        </button>
      )}
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
            showInFolder({ jobId: job.id, sha256: asset.sha256 });
          }}
        >
          {t('library.showInFolder')}
        </Button>
        <Button leftSection={<Images size={14} aria-hidden />} onClick={open}>
          {t('library.openInLibrary')}
        </Button>
      </div>
    </>
  );
}

/** A job's picture, large. */
export function PictureView({ result }: ResultProps) {
  if (result.kind === 'answer') return <OtherShape value={result.answer} />;
  const picture = mainPicture(result.job.assets);
  return picture ? <Picture job={result.job} asset={picture} /> : null;
}

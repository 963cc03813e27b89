import { Button, SegmentedControl } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toAppErrorData, type AppErrorData } from '../../../shared/app-error';
import type { Figure } from '../../../shared/figure';
import { useOperation } from '../../api';
import { mainPicture } from '../../ui/job-words';
import { Problem } from '../../ui/problem';
import { Bitmap } from '../bitmap';
import { createPreviewSource, type DrawnPreview } from '../draw-preview';
import { compare } from './compose-store';
import { StoredPicture } from '../../ui/stored-picture';
import styles from './compose.module.css';

/** Every pixel of the page, as long as it is no larger than this. */
const MOST_SIDE = 8192;

function useWholePreview(figure: Figure) {
  const [drawn, setDrawn] = useState<DrawnPreview>();
  const [problem, setProblem] = useState<AppErrorData>();
  useEffect(() => {
    let wanted = true;
    createPreviewSource()
      .draw(figure, MOST_SIDE)
      .then(
        (preview) => {
          if (wanted) setDrawn(preview);
        },
        (error: unknown) => {
          if (wanted) setProblem(toAppErrorData(error));
        },
      );
    return () => {
      wanted = false;
    };
  }, [figure]);
  return { drawn, problem };
}

/** The preview and what the server made of it, beside each other or one taken from the other. */
export function CompareView({ figure, jobId }: { figure: Figure; jobId: string }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'both' | 'difference'>('both');
  const { data: job } = useOperation('job.get', { id: jobId });
  const { drawn, problem } = useWholePreview(figure);
  const result = job && mainPicture(job.assets);
  const size = { width: result?.width ?? 0, height: result?.height ?? 0 };
  const own = { ownWidth: drawn?.view.width ?? 0, ownHeight: drawn?.view.height ?? 0 };
  const same = own.ownWidth === size.width && own.ownHeight === size.height;
  return (
    <section className={styles.compare} aria-label={t('composer.comparison')}>
      <div className={styles.bar}>
        <Button
          leftSection={<ArrowLeft size={14} strokeWidth={1.6} aria-hidden />}
          onClick={() => {
            compare(false);
          }}
        >
          {t('composer.backToFigure')}
        </Button>
        <h2 className={styles.title}>{t('composer.compareTitle')}</h2>
        <SegmentedControl
          aria-label={t('composer.viewLabel')}
          value={shown}
          data={(['both', 'difference'] as const).map((value) => ({ value, label: t(`composer.views.${value}`) }))}
          onChange={setShown}
        />
      </div>
      {problem && <Problem error={problem} />}
      {drawn && result && (
        <>
          <div className={styles.pictures}>
            {shown === 'both' ? (
              <>
                <figure className={styles.picture}>
                  <div className={styles.box}>
                    <Bitmap drawn={drawn} label={t('composer.ours')} testId="ours" />
                  </div>
                  <figcaption>{t('composer.ours')}</figcaption>
                </figure>
                <figure className={styles.picture}>
                  <div className={styles.box}>
                    <StoredPicture asset={result} jobId={jobId} alt={t('composer.theirs')} data-testid="theirs" />
                  </div>
                  <figcaption>{t('composer.theirs')}</figcaption>
                </figure>
              </>
            ) : (
              <figure className={styles.picture}>
                <div className={styles.box} data-difference data-testid="difference">
                  <Bitmap drawn={drawn} label={t('composer.views.difference')} />
                  <StoredPicture asset={result} jobId={jobId} alt="" />
                </div>
                <figcaption>{t('composer.differenceHelp')}</figcaption>
              </figure>
            )}
          </div>
          <p className={`secondary number ${styles.words}`} role="status">
            {same ? t('composer.sameSize', size) : t('composer.otherSize', { ...size, ...own })}
          </p>
        </>
      )}
    </section>
  );
}

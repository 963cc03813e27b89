import { Button } from '@mantine/core';
import { CircleAlert, LayoutGrid, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { lookUp } from '../../i18n';
import { EmptyState } from '../../ui/empty-state';
import { formatElapsed } from '../../ui/format';
import { useNow } from '../../ui/now';
import { useFigure } from '../figure-store';
import { choosePanels } from '../panel-intake';
import { usePreview } from '../preview-store';
import { refusalText } from '../refusal-text';
import { useRefusal } from '../use-refusal';
import { drawNow } from './follow-preview';
import styles from './stage.module.css';

/** Said only where it takes long enough to be noticed. */
const PATIENCE_MS = 1000;

function Waiting() {
  const { t } = useTranslation();
  const since = usePreview((state) => state.since);
  const now = useNow(since !== null);
  if (since === null || now - since < PATIENCE_MS) return null;
  return (
    <p className={styles.note} role="status">
      {t('composer.drawing', { time: formatElapsed(now - since) })}
    </p>
  );
}

/** What stands over the preview: why there is none, why it is not the newest, or that it takes a while. */
export function StageNote() {
  const { t } = useTranslation();
  const count = useFigure((state) => state.figure.panels.length);
  const refusal = useRefusal();
  const problem = usePreview((state) => state.problem);
  const shown = usePreview((state) => state.drawn !== null);
  if (count === 0)
    return (
      <div className={styles.empty}>
        <EmptyState
          icon={LayoutGrid}
          title={t('composer.emptyTitle')}
          text={t('composer.emptyText')}
          action={
            <Button variant="filled" onClick={() => void choosePanels()}>
              {t('composer.chooseFiles')}
            </Button>
          }
        />
      </div>
    );
  if (refusal)
    return shown ? (
      <p className={styles.note} data-tone="warn" role="status">
        <TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
        <span>
          {refusalText(refusal)} {t('composer.lastGood')}
        </span>
      </p>
    ) : (
      <div className={styles.empty}>
        <EmptyState
          icon={LayoutGrid}
          title={count === 1 ? t('composer.onePanelTitle') : refusalText(refusal)}
          text={refusal.code === 'too_few_sources' ? t('composer.addAnother') : t('composer.notYet')}
        />
      </div>
    );
  if (!problem) return <Waiting />;
  const words = (part: 'title' | 'happened' | 'next'): string =>
    lookUp(`errors.${problem.code}.${part}`, problem.params) ?? '';
  return (
    <div className={styles.note} data-tone="bad" role="alert">
      <CircleAlert size={14} strokeWidth={1.6} aria-hidden />
      <span>
        <strong>{words('title') || t('composer.previewFailed')}.</strong> {words('happened')} {words('next')}{' '}
        {shown && t('composer.lastGood')}
      </span>
      <Button size="compact-xs" onClick={drawNow}>
        {t('common.retry')}
      </Button>
    </div>
  );
}

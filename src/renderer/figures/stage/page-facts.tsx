import { useTranslation } from 'react-i18next';
import { pixelsOf } from '../../../shared/journal-layout';
import { listText } from '../../ui/list-text';
import { useFigure } from '../figure-store';
import { usePreview } from '../preview-store';
import styles from './stage.module.css';

/** The size of the whole page, in the figure's own unit and in the other. */
export function PageFacts() {
  const { t, i18n } = useTranslation();
  const view = usePreview((state) => state.drawn?.view);
  const dpi = useFigure((state) => state.figure.journal.dpi);
  const count = useFigure((state) => state.figure.panels.length);
  if (!view || count === 0) return null;
  const round = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const facts =
    view.mode === 'server'
      ? [t('composer.pagePx', { width: view.page.width, height: view.page.height })]
      : [
          t('composer.pageMm', { width: round.format(view.plan.widthMm), height: round.format(view.plan.heightMm) }),
          t('composer.pagePx', { width: pixelsOf(view.plan.widthMm, dpi), height: pixelsOf(view.plan.heightMm, dpi) }),
          t('composer.atDpi', { dpi }),
        ];
  return (
    <p className={`secondary number ${styles.pageFacts}`} data-testid="page-facts">
      {listText(facts, i18n.language)}
    </p>
  );
}

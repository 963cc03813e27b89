import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigure } from '../figure-store';
import { Bitmap } from '../bitmap';
import { usePreview } from '../preview-store';
import { useSize } from '../../ui/use-size';
import { followPreview } from './follow-preview';
import { geometryOf, rulerScale } from './page-geometry';
import { PanelOverlays } from './panel-overlays';
import { Ruler, RULER } from './rulers';
import { StageNote } from './stage-note';
import { useStage } from './stage-store';
import styles from './stage.module.css';
import { useStageSize, useWheelZoom } from './use-stage-size';

/** The page on its table: the picture that is being composed, rulers, and the panels on it. */
export function Stage() {
  const { t } = useTranslation();
  const drawn = usePreview((state) => state.drawn);
  const name = useFigure((state) => state.figure.name);
  const count = useFigure((state) => state.figure.panels.length);
  const mode = useFigure((state) => state.figure.mode);
  const dpi = useFigure((state) => state.figure.journal.dpi);
  const chosenRuler = useStage((state) => state.ruler);
  const [measure, size] = useSize();
  const scroller = useRef<HTMLDivElement>(null);
  useWheelZoom(scroller);
  useEffect(followPreview, []);

  const shown = count > 0 ? drawn : null;
  const geometry = shown ? geometryOf(shown.view, window.devicePixelRatio) : undefined;
  const room = { width: size.width - RULER, height: size.height - RULER };
  const { scale, page, table } = useStageSize(geometry, room);
  const ruler = chosenRuler ?? (mode === 'server' ? 'px' : 'mm');
  const unit = geometry ? rulerScale(geometry, ruler, scale, dpi) : 1;
  const label = t('composer.previewOf', { name: name || t('composer.untitled'), count });
  return (
    <div className={styles.stage} ref={measure}>
      <div className={styles.scroller} ref={scroller} role="region" aria-label={t('composer.stage')} tabIndex={0}>
        {shown && geometry && (
          <div className={styles.board} style={{ width: table.width + RULER, height: table.height + RULER }}>
            <span className={styles.unit} aria-hidden>
              {t(`composer.${ruler}`)}
            </span>
            <Ruler axis="x" length={table.width} start={page.left} page={page.width} scale={unit} />
            <Ruler axis="y" length={table.height} start={page.top} page={page.height} scale={unit} />
            <div className={styles.page} style={{ ...page, left: page.left + RULER, top: page.top + RULER }}>
              <div className={styles.paper} role="img" aria-label={label} data-testid="figure-preview">
                <Bitmap drawn={shown} />
              </div>
              <PanelOverlays view={shown.view} geometry={geometry} scale={scale} />
            </div>
          </div>
        )}
      </div>
      <StageNote />
    </div>
  );
}

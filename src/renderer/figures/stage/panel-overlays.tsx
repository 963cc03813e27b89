import { useTranslation } from 'react-i18next';
import { effectiveDpi } from '../../../shared/journal-layout';
import type { FigurePreviewView } from '../../../shared/figure-preview';
import { figures, useFigure } from '../figure-store';
import { panelKey } from '../panel-keys';
import type { PageGeometry } from './page-geometry';
import styles from './stage.module.css';

interface OverlaysProps {
  view: FigurePreviewView;
  geometry: PageGeometry;
  /** CSS px a unit of the page. */
  scale: number;
}

function useFacts(view: FigurePreviewView): (index: number) => string {
  const { t, i18n } = useTranslation();
  const round = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (index) => {
    if (view.mode === 'server') {
      const panel = view.panels[index];
      return panel ? t('composer.panelPx', { width: panel.w, height: panel.h }) : '';
    }
    const panel = view.plan.cells[index]?.panel;
    const file = view.facts[index];
    if (!panel || !file) return '';
    const size = { width: round.format(panel.w), height: round.format(panel.h) };
    if (file.vector) return t('composer.panelMmVector', size);
    return t('composer.panelMm', { ...size, dpi: Math.floor(effectiveDpi(file, panel)) });
  };
}

/** The panels on the page, to be reached by keyboard and by hand. The picture below is never covered. */
export function PanelOverlays({ view, geometry, scale }: OverlaysProps) {
  const { t } = useTranslation();
  const panels = useFigure((state) => state.figure.panels);
  const selected = useFigure((state) => state.selected);
  const factsOf = useFacts(view);
  const reachable = panels.some(({ id }) => id === selected) ? selected : panels[0]?.id;
  return (
    <>
      {geometry.panels.map((rect, index) => {
        const panel = panels[index];
        if (!panel) return null;
        const on = panel.id === selected;
        const facts = factsOf(index);
        return (
          <button
            key={panel.id}
            type="button"
            className={styles.overlay}
            data-overlay={panel.id}
            aria-pressed={on}
            aria-label={`${t('composer.panelOf', { position: index + 1, total: panels.length, name: panel.name })}. ${facts}`}
            tabIndex={panel.id === reachable ? 0 : -1}
            style={{ left: rect.x * scale, top: rect.y * scale, width: rect.w * scale, height: rect.h * scale }}
            onFocus={() => {
              figures.select(panel.id);
            }}
            onClick={() => {
              figures.select(panel.id);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') figures.select(null);
              if (panelKey(event, panel.id, 'overlay')) event.preventDefault();
            }}
          >
            {on && <span className={`number ${styles.facts}`}>{facts}</span>}
          </button>
        );
      })}
    </>
  );
}

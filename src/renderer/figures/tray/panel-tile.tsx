import { useSortable } from '@dnd-kit/sortable';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FigurePanel } from '../../../shared/figure';
import { figures, useFigure } from '../figure-store';
import { panelKey } from '../panel-keys';
import { Thumbnail } from '../../ui/thumbnail';
import styles from './tray.module.css';

interface PanelTileProps {
  panel: FigurePanel;
  position: number;
  total: number;
  /** As it is written on the page. */
  label: string;
}

/** A panel in its place: dragged by hand, moved by keyboard. */
export function PanelTile({ panel, position, total, label }: PanelTileProps) {
  const { t } = useTranslation();
  const selected = useFigure((state) => state.selected === panel.id);
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id: panel.id });
  return (
    <li
      ref={setNodeRef}
      className={styles.tile}
      data-dragged={isDragging || undefined}
      style={{ transform: transform ? `translate(${transform.x}px, ${transform.y}px)` : undefined, transition }}
    >
      <button
        type="button"
        {...attributes}
        {...listeners}
        className={styles.pick}
        data-tile={panel.id}
        data-selected={selected || undefined}
        aria-label={[t('composer.panelOf', { position, total, name: panel.name }), label].filter(Boolean).join('. ')}
        aria-pressed={selected}
        title={panel.name}
        onFocus={() => {
          figures.select(panel.id);
        }}
        onClick={() => {
          figures.select(panel.id);
        }}
        onKeyDown={(event) => {
          if (!isDragging && panelKey(event, panel.id, 'tile')) event.preventDefault();
          else listeners?.['onKeyDown']?.(event);
        }}
      >
        <Thumbnail sha256={panel.source.sha256} width={160} />
        <span className={styles.badge} data-plain={label === '' || undefined} aria-hidden>
          {label === '' ? position : label}
        </span>
      </button>
      <button
        type="button"
        className={styles.remove}
        aria-label={t('composer.removePanel', { position })}
        tabIndex={-1}
        onClick={() => {
          figures.removePanel(panel.id);
        }}
      >
        <X size={12} strokeWidth={2} aria-hidden />
      </button>
    </li>
  );
}

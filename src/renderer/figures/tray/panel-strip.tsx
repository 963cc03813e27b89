import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { horizontalListSortingStrategy, SortableContext, sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { compositeOf, type Figure } from '../../../shared/figure';
import { lettersFor } from '../../../shared/journal-layout';
import { defaultLabels } from '../../../shared/composite-layout';
import { figures, useFigure } from '../figure-store';
import { focusPanel } from '../panel-keys';
import { PanelTile } from './panel-tile';
import styles from './tray.module.css';

function labelsOf(figure: Figure): readonly string[] {
  const count = figure.panels.length;
  if (figure.mode === 'server') return compositeOf(figure).labels ?? defaultLabels(count);
  return lettersFor(count, { style: figure.journal.letters.style, own: figure.labels.texts });
}

/** The panels in their order. */
export function PanelStrip() {
  const { t } = useTranslation();
  const panels = useFigure((state) => state.figure.panels);
  const labels = useFigure(useShallow(({ figure }) => labelsOf(figure)));
  const total = panels.length;
  const placeOf = (id: UniqueIdentifier): number => panels.findIndex((panel) => panel.id === id) + 1;
  // a press selects; only a drag moves
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('composer.dragStart', { position: placeOf(active.id) }),
    onDragOver: ({ over }) => (over ? t('composer.dragOver', { position: placeOf(over.id), total }) : undefined),
    onDragEnd: ({ active, over }) =>
      over
        ? t('composer.dragEnd', { position: placeOf(over.id), total })
        : t('composer.dragCancel', { position: placeOf(active.id) }),
    onDragCancel: ({ active }) => t('composer.dragCancel', { position: placeOf(active.id) }),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('composer.dragHelp') } }}
      onDragEnd={({ active, over }) => {
        if (!over || over.id === active.id) return;
        figures.movePanel(String(active.id), placeOf(over.id) - 1);
        focusPanel('tile', String(active.id));
      }}
    >
      <SortableContext items={panels.map(({ id }) => id)} strategy={horizontalListSortingStrategy}>
        <ol className={styles.strip} aria-label={t('composer.panels')}>
          {panels.map((panel, index) => (
            <PanelTile key={panel.id} panel={panel} position={index + 1} total={total} label={labels[index] ?? ''} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

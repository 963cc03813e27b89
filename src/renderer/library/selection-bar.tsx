import { Button } from '@mantine/core';
import { LayoutGrid } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toFigure } from '../ui/to-figure';
import styles from './grid.module.css';
import { clearSelection, useLibrary } from './library-store';

/** In the place of the search, as long as pictures are selected: what can be done with them. */
export function SelectionBar() {
  const { t } = useTranslation();
  const selected = useLibrary((state) => state.selected);
  return (
    <div className={styles.bar} role="group" aria-label={t('library.selection')}>
      <span className="number" role="status">
        {t('library.selected', { count: selected.length })}
      </span>
      <Button
        variant="filled"
        leftSection={<LayoutGrid size={14} aria-hidden />}
        onClick={() => {
          toFigure(selected.map((job) => ({ job })));
          clearSelection();
        }}
      >
        {t('composer.addToFigure')}
      </Button>
      <Button aria-keyshortcuts="Escape" onClick={clearSelection}>
        {t('library.selectNone')}
      </Button>
    </div>
  );
}

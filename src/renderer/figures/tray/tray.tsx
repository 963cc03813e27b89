import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FileProblem } from '../../forms/file-problem';
import { useFigure } from '../figure-store';
import { choosePanels, forgetIntakeProblem, usePanelIntake } from '../panel-intake';
import { LibrarySearch, LibraryStrip, useLibrarySearch } from './library-strip';
import { PanelStrip } from './panel-strip';
import styles from './tray.module.css';

/** Below the stage: the figure's panels in their order, and what can become one. */
export function Tray() {
  const { t } = useTranslation();
  const search = useLibrarySearch();
  const count = useFigure((state) => state.figure.panels.length);
  const { busy, problem } = usePanelIntake();
  return (
    <section className={styles.tray} aria-label={t('composer.panels')}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('composer.panels')}</h2>
        <span className={`secondary truncate ${styles.hint}`} role="status">
          {busy ? t('composer.taking') : count > 0 ? t('composer.panelsHint') : t('composer.panelsEmpty')}
        </span>
        <LibrarySearch {...search} />
        <Button
          size="compact-xs"
          leftSection={<Plus size={14} strokeWidth={1.6} aria-hidden />}
          onClick={() => void choosePanels()}
        >
          {t('composer.chooseFiles')}
        </Button>
      </div>
      {problem && (
        <FileProblem error={problem.error} name={problem.name}>
          <Button size="compact-xs" onClick={forgetIntakeProblem}>
            {t('common.close')}
          </Button>
        </FileProblem>
      )}
      <div className={styles.strips} tabIndex={-1}>
        {count > 0 && <PanelStrip />}
        {count > 0 && <span className={styles.divider} aria-hidden />}
        <LibraryStrip {...search} />
      </div>
    </section>
  );
}

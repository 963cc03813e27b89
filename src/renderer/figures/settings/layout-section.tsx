import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { autoGrid, readLayout, type CompositeRefusal } from '../../../shared/composite-layout';
import { figures, useFigure } from '../figure-store';
import { GridPicker } from './grid-picker';
import { RefusalNote } from './refusal-note';
import { Section } from './section';
import { Segments } from './segments';
import styles from './settings.module.css';

export function LayoutSection({ refusal }: { refusal: CompositeRefusal | undefined }) {
  const { t } = useTranslation();
  const layout = useFigure((state) => state.figure.layout);
  const count = useFigure((state) => state.figure.panels.length);
  const mode = useFigure((state) => state.figure.mode);
  const fit = useFigure((state) => state.figure.journal.fit);
  const auto = layout.toLowerCase() === 'auto';
  const read = readLayout(layout);
  const grid = typeof read === 'object' && 'rows' in read ? read : autoGrid(count);
  const own = refusal !== undefined && refusal.code !== 'label_count';
  return (
    <Section title={t('composer.layout')}>
      <div className={styles.layout}>
        <GridPicker
          grid={grid}
          onPick={({ rows, cols }) => {
            figures.setLayout(`${rows}x${cols}`);
          }}
        />
        <div className={styles.beside}>
          <span className={`number ${styles.dimensions}`}>
            {t('composer.gridCell', { rows: grid.rows, cols: grid.cols })}
          </span>
          <Checkbox
            label={t('composer.chooseForMe')}
            checked={auto}
            onChange={(event) => {
              figures.setLayout(event.currentTarget.checked ? 'auto' : `${grid.rows}x${grid.cols}`);
            }}
          />
        </div>
      </div>
      {own &&
        (refusal.code === 'too_few_sources' ? (
          count > 0 && <RefusalNote refusal={refusal} />
        ) : (
          <RefusalNote
            refusal={refusal}
            fix={{
              name: t('composer.fixLayout'),
              run: () => {
                figures.setLayout('auto');
              },
            }}
          />
        ))}
      {mode === 'journal' && (
        <Segments
          name={t('composer.fit')}
          value={fit}
          options={[
            { value: 'heights', label: t('composer.fitHeights') },
            { value: 'widths', label: t('composer.fitWidths') },
          ]}
          onChange={(value) => {
            figures.setJournal({ fit: value });
          }}
        />
      )}
    </Section>
  );
}

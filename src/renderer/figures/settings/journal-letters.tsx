import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { letterStyleSchema } from '../../../shared/journal-layout';
import { figureJournalSchema } from '../../../shared/figure';
import { BoundedNumber } from '../../ui/bounded-number';
import { figures, useFigure } from '../figure-store';
import { OwnLabels } from './own-labels';
import { Line } from './section';
import { Segments } from './segments';
import styles from './settings.module.css';

const STYLES = letterStyleSchema.options;
const CORNERS = figureJournalSchema.shape.letters.shape.corner.options;

/** Letters for print: in points, in a corner of the panel or beside it. */
export function JournalLetters({ invalid }: { invalid: boolean }) {
  const { t } = useTranslation();
  const letters = useFigure((state) => state.figure.journal.letters);
  return (
    <>
      <Segments
        name={t('composer.labelStyle')}
        value={letters.style}
        options={STYLES.map((value) => ({ value, label: t(`composer.styles.${value}`) }))}
        onChange={figures.setLetterStyle}
      />
      {letters.style === 'own' && <OwnLabels invalid={invalid} />}
      <Line name={t('composer.place')}>
        <Segments
          name={t('composer.place')}
          value={letters.place}
          options={[
            { value: 'over', label: t('composer.over') },
            { value: 'strip', label: t('composer.strip') },
          ]}
          onChange={(place) => {
            figures.setLetters({ place });
          }}
        />
      </Line>
      <Line name={t('composer.corner')}>
        <NativeSelect
          className={styles.grow ?? ''}
          aria-label={t('composer.corner')}
          value={letters.corner}
          data={CORNERS.map((value) => ({ value, label: t(`composer.corners.${value}`) }))}
          onChange={(event) => {
            const corner = CORNERS.find((value) => value === event.currentTarget.value);
            if (corner) figures.setLetters({ corner });
          }}
        />
      </Line>
      <Line name={t('composer.fontSize')}>
        <BoundedNumber
          className={styles.grow ?? ''}
          aria-label={t('composer.fontSizeNumber', { unit: t('composer.pt') })}
          value={letters.points}
          least={1}
          most={72}
          step={0.5}
          rightSectionWidth={40}
          rightSection={<span className="secondary">{t('composer.pt')}</span>}
          onChange={(points) => {
            figures.setLetters({ points }, 'points');
          }}
          onBlur={figures.settle}
        />
      </Line>
    </>
  );
}

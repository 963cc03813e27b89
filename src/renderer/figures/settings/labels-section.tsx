import { useTranslation } from 'react-i18next';
import type { CompositeRefusal } from '../../../shared/composite-layout';
import { LABEL_STYLES } from '../../../shared/figure';
import { figures, useFigure } from '../figure-store';
import { JournalLetters } from './journal-letters';
import { Measure } from './measure';
import { OwnLabels } from './own-labels';
import { RefusalNote } from './refusal-note';
import { Line, Section } from './section';
import { Segments } from './segments';

function ServerLabels({ invalid }: { invalid: boolean }) {
  const { t } = useTranslation();
  const style = useFigure((state) => state.figure.labels.style);
  const position = useFigure((state) => state.figure.position);
  const fontSize = useFigure((state) => state.figure.fontSize);
  return (
    <>
      <Segments
        name={t('composer.labelStyle')}
        value={style}
        options={LABEL_STYLES.map((value) => ({ value, label: t(`composer.styles.${value}`) }))}
        onChange={figures.setLabelStyle}
      />
      {style === 'own' && <OwnLabels invalid={invalid} />}
      <Line name={t('composer.position')}>
        <Segments
          name={t('composer.position')}
          value={position}
          options={[
            { value: 'top', label: t('composer.top') },
            { value: 'bottom', label: t('composer.bottom') },
          ]}
          onChange={figures.setPosition}
        />
      </Line>
      <Line name={t('composer.fontSize')}>
        <Measure
          name={t('composer.fontSize')}
          numberName={t('composer.fontSizeNumber', { unit: t('composer.px') })}
          unit={t('composer.px')}
          value={fontSize}
          range={[8, 120]}
          limit={1000}
          step={1}
          onChange={figures.setFontSize}
        />
      </Line>
    </>
  );
}

/** What each panel is called, and where that stands. */
export function LabelsSection({ refusal }: { refusal: CompositeRefusal | undefined }) {
  const { t } = useTranslation();
  const mode = useFigure((state) => state.figure.mode);
  const invalid = refusal?.code === 'label_count';
  return (
    <Section title={t('composer.labels')}>
      {mode === 'server' ? <ServerLabels invalid={invalid} /> : <JournalLetters invalid={invalid} />}
      {invalid && <RefusalNote refusal={refusal} fix={{ name: t('composer.fixLabels'), run: figures.fitLabelTexts }} />}
    </Section>
  );
}

export function SpacingSection() {
  const { t } = useTranslation();
  const mode = useFigure((state) => state.figure.mode);
  const spacing = useFigure((state) => state.figure.spacing);
  const gapMm = useFigure((state) => state.figure.journal.gapMm);
  const unit = t(mode === 'server' ? 'composer.px' : 'composer.mm');
  const names = {
    name: t('composer.spacing'),
    numberName: t('composer.spacingNumber', { unit }),
    unit,
  };
  return (
    <Section title={t('composer.spacing')}>
      {mode === 'server' ? (
        <Measure {...names} value={spacing} range={[0, 200]} limit={1000} step={1} onChange={figures.setSpacing} />
      ) : (
        <Measure
          {...names}
          value={gapMm}
          range={[0, 20]}
          limit={100}
          step={0.5}
          onChange={(value) => {
            figures.setJournal({ gapMm: value }, 'gapMm');
          }}
        />
      )}
    </Section>
  );
}

import { Textarea } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../ui/problem';
import { figures, useFigure } from '../figure-store';
import styles from './export.module.css';
import { Counts, Findings } from './findings';
import { DESCRIPTION_ID, PREFLIGHT_ID } from './mend';
import { inWords } from './panel-letters';
import { followFigure, usePreflight } from './preflight-store';

function Preflight() {
  const { t } = useTranslation();
  const { answer, problem } = usePreflight();
  const preset = useFigure(({ figure }) => figure.journal.preset);
  const figurePanels = useFigure(({ figure }) => figure.panels);
  const panels = figurePanels.length;
  return (
    <section
      className={`${styles.section ?? ''} ${styles.below ?? ''}`}
      id={PREFLIGHT_ID}
      aria-labelledby="preflight-heading"
      data-testid="preflight"
    >
      <div className={styles.head}>
        <h3 className={styles.heading} id="preflight-heading">
          {t('figureExport.preflight')}
        </h3>
        {answer && !problem && <Counts findings={answer.findings} />}
      </div>
      {panels === 0 && <p className={styles.note}>{t('figureExport.noPanels')}</p>}
      {problem && <Problem error={inWords(problem, figurePanels)} />}
      {answer && !problem && (
        <>
          {preset === null && <p className={styles.note}>{t('figureExport.facts')}</p>}
          <Findings findings={answer.findings} panels={answer.panels.length} />
        </>
      )}
    </section>
  );
}

function Description() {
  const { t } = useTranslation();
  const altText = useFigure(({ figure }) => figure.altText);
  return (
    <section className={`${styles.section ?? ''} ${styles.below ?? ''}`}>
      <Textarea
        id={DESCRIPTION_ID}
        label={t('figureExport.description')}
        description={t('figureExport.descriptionHelp')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        maxRows={8}
        maxLength={5000}
        value={altText}
        onChange={(event) => {
          figures.setAltText(event.currentTarget.value);
        }}
        onBlur={figures.settle}
      />
    </section>
  );
}

/** Below layout and labels: what preflight finds, and the description. */
export function JournalChecks() {
  useEffect(followFigure, []);
  return (
    <>
      <Preflight />
      <Description />
    </>
  );
}

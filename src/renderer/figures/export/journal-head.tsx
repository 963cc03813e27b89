import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { presetOf } from '../../../shared/journal-preset';
import { call } from '../../api';
import { attempt } from '../../ui/job-actions';
import { inScreen } from '../../ui/portal-target';
import { figures, useFigure } from '../figure-store';
import styles from './export.module.css';
import { chosenColumn, journalOptions, NO_JOURNAL } from './journal-options';
import { usePreflight } from './preflight-store';
import { PrintNumber } from './print-number';
import { readJournalsAgain, useJournal, useJournals } from './use-journals';

const shownMm = (mm: number): number => Math.round(mm * 10) / 10;

function choose(journals: NonNullable<ReturnType<typeof useJournals>>['journals'], value: string | null): void {
  if (value === null) return;
  if (value === NO_JOURNAL) {
    figures.setPrint({ preset: null });
    return;
  }
  const chosen = chosenColumn(journals, value);
  if (!chosen) return;
  const now = useFigure.getState().figure.journal;
  const { letters, ...sizes } = presetOf(chosen.journal, chosen.column, now);
  figures.setPrint({
    preset: chosen.journal.id,
    ...sizes,
    ...(letters && { letters: { ...now.letters, ...letters } }),
  });
}

function Sizes() {
  const { t } = useTranslation();
  const widthMm = useFigure(({ figure }) => figure.journal.widthMm);
  const dpi = useFigure(({ figure }) => figure.journal.dpi);
  return (
    <div className={styles.sizes}>
      <PrintNumber
        label={t('figureExport.width')}
        unit={t('figureExport.mm')}
        value={widthMm}
        least={10}
        most={1000}

        onChange={(value) => {
          figures.setJournal({ widthMm: value }, 'width');
        }}
        onRest={figures.settle}
      />
      <PrintNumber
        label={t('figureExport.resolution')}
        unit={t('figureExport.dpi')}
        value={dpi}
        least={36}
        most={2400}
        whole
        onChange={(value) => {
          figures.setJournal({ dpi: value }, 'dpi');
        }}
        onRest={figures.settle}
      />
    </div>
  );
}

/** At the top of the panel at the right, in journal mode: which journal, and the sizes that go with it. */
export function JournalHead() {
  const { t } = useTranslation();
  const presets = useJournals();
  const journal = useJournal();
  const preset = useFigure(({ figure }) => figure.journal.preset);
  const widthMm = useFigure(({ figure }) => figure.journal.widthMm);
  const dpi = useFigure(({ figure }) => figure.journal.dpi);
  const plan = usePreflight(({ answer }) => answer?.plan);
  const journals = presets?.journals ?? [];
  const { value, data } = journalOptions(journals, preset, widthMm);
  return (
    <section className={styles.section} aria-labelledby="journal-heading">
      <div className={styles.head}>
        <h3 className={styles.heading} id="journal-heading">
          {t('figureExport.journal')}
        </h3>
        {plan && (
          <span className={styles.fact} data-testid="print-size">
            {t('figureExport.size', { width: shownMm(plan.widthMm), height: shownMm(plan.heightMm), dpi })}
          </span>
        )}
      </div>
      <Select
        aria-labelledby="journal-heading"
        data={data}
        value={value}
        allowDeselect={false}
        searchable
        nothingFoundMessage="–"
        comboboxProps={inScreen}
        maxDropdownHeight={320}
        onDropdownOpen={readJournalsAgain}
        onChange={(chosen) => {
          choose(journals, chosen);
        }}
      />
      <Sizes />
      {presets?.problem !== undefined && (
        <p className={styles.problem}>{t('figureExport.presetsProblem', { reason: presets.problem })}</p>
      )}
      <div className={styles.links}>
        {journal?.page !== undefined && (
          <Button
            variant="subtle"
            size="compact-xs"
            title={t('figureExport.asOf', { asOf: presets?.asOf ?? '' })}
            onClick={() => {
              attempt(call('figure.openJournalPage', { journal: journal.id }));
            }}
          >
            {t('figureExport.page')}
          </Button>
        )}
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            attempt(call('figure.showPresets', undefined).then(readJournalsAgain));
          }}
        >
          {t('figureExport.presets')}
        </Button>
      </div>
    </section>
  );
}

import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { columnOf } from '../../../shared/journal-preset';
import type { Journal } from '../../../shared/journals';
import { Dialog } from '../../ui/dialog';
import { formatElapsed } from '../../ui/format';
import { Problem } from '../../ui/problem';
import { useElapsed } from '../../ui/use-elapsed';
import { useFigure } from '../figure-store';
import { batchItems, figureName, type Choice } from './batch-items';
import { BatchResults } from './batch-results';
import styles from './export.module.css';
import { columnName } from './journal-options';
import { useBatch } from './use-batch';
import { useJournals } from './use-journals';

const ORDERS = { pdf: ['pdf', 'tiff'], tiff: ['tiff', 'pdf'] } as const;
type First = keyof typeof ORDERS;

interface RowProps {
  journal: Journal;
  column: string;
  format: string;
  checked: boolean;
  onCheck: (checked: boolean) => void;
  onColumn: (id: string) => void;
}

function Row({ journal, column, format, checked, onCheck, onColumn }: RowProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.row}>
      <Checkbox
        label={journal.name}
        checked={checked}
        onChange={(event) => {
          onCheck(event.currentTarget.checked);
        }}
      />
      <Select
        aria-label={t('figureExport.batch.widthOf', { journal: journal.name })}
        data={journal.widths.map((own) => ({ value: own.id, label: columnName(journal, own) }))}
        value={column}
        allowDeselect={false}
        onChange={(id) => {
          if (id !== null) onColumn(id);
        }}
      />
      <span className={styles.fact}>{format}</span>
    </div>
  );
}

function Progress({ since, done, total }: { since: number; done: number; total: number }) {
  const { t } = useTranslation();
  const elapsed = formatElapsed(useElapsed(since));
  return (
    <span className={styles.fact} role="status">
      {t('figureExport.batch.progress', { done, total, elapsed })}
    </span>
  );
}

/** The same figure for several journals at once. */
export default function BatchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const figure = useFigure((state) => state.figure);
  const journals = useJournals()?.journals ?? [];
  const [checked, setChecked] = useState<readonly string[]>(
    figure.journal.preset === null ? [] : [figure.journal.preset],
  );
  const [columns, setColumns] = useState<Record<string, string>>({});
  const [first, setFirst] = useState<First>('pdf');
  const { running, answer, problem, start, stop, again } = useBatch();

  const columnFor = (journal: Journal) =>
    journal.widths.find(({ id }) => id === columns[journal.id]) ??
    columnOf(journal, figure.journal.widthMm) ??
    journal.widths[0];
  const all = journals.flatMap((journal): Choice[] => {
    const column = columnFor(journal);
    return column ? [{ journal, column }] : [];
  });
  const formats = batchItems(figure, all, ORDERS[first]).map(({ output }) => output.format.toUpperCase());
  const choices = all.filter(({ journal }) => checked.includes(journal.id));

  const close = (): void => {
    stop();
    onClose();
  };

  return (
    <Dialog opened onClose={close} title={t('figureExport.batch.title')} width={560}>
      {answer ? (
        <>
          <p className={styles.lead}>
            {t('figureExport.batch.finished', {
              count: answer.given.results.filter(({ file }) => file !== null).length,
              total: answer.items.length,
              folder: answer.given.folder,
            })}
          </p>
          <div className={styles.rows}>
            <BatchResults items={answer.items} results={answer.given.results} />
          </div>
        </>
      ) : (
        <>
          <p className={styles.lead}>{t('figureExport.batch.text')}</p>
          <fieldset className={styles.rows} aria-label={t('figureExport.batch.journals')} disabled={running !== null}>
            {all.map(({ journal, column }, index) => (
              <Row
                key={journal.id}
                journal={journal}
                column={column.id}
                format={formats[index] ?? ''}
                checked={checked.includes(journal.id)}
                onCheck={(on) => {
                  setChecked(on ? [...checked, journal.id] : checked.filter((id) => id !== journal.id));
                }}
                onColumn={(id) => {
                  setColumns({ ...columns, [journal.id]: id });
                }}
              />
            ))}
          </fieldset>
          <div className={styles.row}>
            <span id="batch-first">{t('figureExport.batch.first')}</span>
            <SegmentedControl
              aria-labelledby="batch-first"
              value={first}
              data={[
                { value: 'pdf', label: 'PDF' },
                { value: 'tiff', label: 'TIFF' },
              ]}
              onChange={setFirst}
            />
          </div>
          {problem && <Problem error={problem} />}
        </>
      )}
      <div className={styles.actions}>
        {running && <Progress {...running} />}
        {running && <Button onClick={stop}>{t('figureExport.stop')}</Button>}
        {answer && <Button onClick={again}>{t('figureExport.batch.again')}</Button>}
        {answer && <Button onClick={onClose}>{t('common.close')}</Button>}
        {!answer && !running && (
          <>
            {choices.length === 0 && <span className={styles.fact}>{t('figureExport.batch.none')}</span>}
            <Button
              variant="filled"
              disabled={choices.length === 0}
              onClick={() => void start(figureName(figure), batchItems(figure, choices, ORDERS[first]))}
            >
              {t('figureExport.batch.go', { count: choices.length })}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}

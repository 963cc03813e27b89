import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { base64Length, isFileRef } from '../../../shared/file-ref';
import { formatBytes } from '../../ui/format';
import { collectTaken, forgetProblem, usePdfIntake } from '../pdf-intake';
import { FileProblem } from '../file-problem';
import { usePdfInfo } from '../use-pdf-info';
import type { WidgetProps } from '../widget';
import { PdfBusy, PdfEmpty, PdfRow } from './pdf-parts';
import styles from './pdf.module.css';

/** From this size of the request on, sending it takes long enough to be worth a word (bytes). */
const LARGE_REQUEST = 20_000_000;

/** A PDF as a handle on the file that main keeps. A bad file is told about here; the good one before it stays. */
export function PdfWidget({ id, label, value, onChange, focusRef, invalid, describedBy }: WidgetProps) {
  const { t, i18n } = useTranslation();
  const { busy, problem, taken } = usePdfIntake();
  const pdf = isFileRef(value) ? value : undefined;
  const info = usePdfInfo(pdf);

  useEffect(() => {
    const file = taken && collectTaken();
    if (file) onChange(file);
  }, [taken, onChange]);

  const remove = (): void => {
    forgetProblem();
    onChange(undefined);
  };
  const sent = pdf ? base64Length(pdf.bytes) : 0;
  return (
    <div role="group" aria-label={label} aria-describedby={describedBy} className={styles.pdf}>
      {busy && <PdfBusy {...busy} />}
      {pdf && !busy && <PdfRow pdf={pdf} pages={info.data?.pages} id={id} focusRef={focusRef} remove={remove} />}
      {!pdf && !busy && <PdfEmpty id={id} focusRef={focusRef} invalid={invalid || problem !== undefined} />}
      {problem && (
        <FileProblem error={problem.error} name={problem.name} kept={pdf?.name}>
          <Button size="compact-xs" onClick={forgetProblem}>
            {t('common.close')}
          </Button>
        </FileProblem>
      )}
      {pdf && !busy && info.error && (
        <FileProblem error={info.error.data} name={pdf.name}>
          <Button
            size="compact-xs"
            onClick={() => {
              void info.refetch();
            }}
          >
            {t('common.retry')}
          </Button>
        </FileProblem>
      )}
      {pdf && sent > LARGE_REQUEST && (
        <p className={styles.note}>{t('create.largeRequest', { size: formatBytes(sent, i18n.language) })}</p>
      )}
    </div>
  );
}

import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppErrorData } from '../../../shared/app-error';
import type { BatchItem, BatchResult } from '../../../shared/figure-export';
import { lookUp } from '../../i18n';
import { formatBytes } from '../../ui/format';
import styles from './export.module.css';
import { findingText } from './finding-words';
import { withLetters } from './panel-letters';

const problemText = ({ code, params = {} }: AppErrorData, panels: number): string =>
  ['title', 'happened', 'next']
    .map((part) => lookUp(`errors.${code}.${part}`, withLetters(params, panels)) ?? '')
    .join(' ');

function Result({ item, result }: { item: BatchItem; result: BatchResult }) {
  const { t, i18n } = useTranslation();
  const { file, error, findings } = result;
  const panels = item.figure.panels.length;
  const open = findings.filter(({ level }) => level !== 'pass');
  const Icon = file ? CircleCheck : CircleX;
  return (
    <li className={styles.result} data-failed={file ? undefined : ''}>
      <Icon size={14} strokeWidth={1.6} aria-hidden />
      <span className={styles.resultWords}>
        <strong>{item.label}</strong>
        {file && t('figureExport.batch.written', { name: file.name, size: formatBytes(file.bytes, i18n.language) })}
        {error && problemText(error, panels)}
        {open.map((finding, index) => (
          <span key={index} className={styles.note} style={{ display: 'block' }}>
            {`${t(`figureExport.levels.${finding.level}`)}: ${findingText(finding, panels)}`}
          </span>
        ))}
      </span>
    </li>
  );
}

/** What came of each journal's file, and what the journal would say of it. */
export function BatchResults({ items, results }: { items: readonly BatchItem[]; results: readonly BatchResult[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.findings} aria-label={t('figureExport.batch.results')} data-testid="batch-results">
      {results.map((result, index) => {
        const item = items[index];
        return item && <Result key={`${item.journal}-${index}`} item={item} result={result} />;
      })}
    </ul>
  );
}

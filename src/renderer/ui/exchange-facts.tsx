import { useTranslation } from 'react-i18next';
import type { Exchange } from '../../shared/exchange';
import styles from './exchanges.module.css';
import { clockText } from './time-text';

const lasted = (ms: number, locale: string): string =>
  ms < 1000
    ? `${Math.round(ms)} ms`
    : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1000)} s`;

/** When what happened. Every time but the first is told from the moment of sending, for that is what one waits for. */
export function ExchangeFacts({ exchange }: { exchange: Exchange }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  const { queuedAt, sentAt, firstByteAt, doneAt, attempts } = exchange;
  const after = (at: number, from: number): string => t('library.afterTime', { time: lasted(at - from, locale) });
  const facts: [string, string][] = [
    [t('library.queuedAt'), clockText(queuedAt, locale, true)],
    [t('library.sentAt'), after(sentAt, queuedAt)],
    ...(firstByteAt === null ? [] : [[t('library.firstByteAt'), after(firstByteAt, sentAt)] as [string, string]]),
    ...(doneAt === null ? [] : [[t('library.doneAt'), after(doneAt, sentAt)] as [string, string]]),
    ...(attempts > 1
      ? [[t('library.attempts'), t('library.attemptsText', { count: attempts })] as [string, string]]
      : []),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

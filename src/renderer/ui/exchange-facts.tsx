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
  const { queuedAt, sentAt, firstByteAt, doneAt, attempts, format } = exchange;
  const after = (at: number, from: number): string => t('library.afterTime', { time: lasted(at - from, locale) });
  const facts: [string, string | null][] = [
    [t('library.queuedAt'), clockText(queuedAt, locale, true)],
    [t('library.sentAt'), after(sentAt, queuedAt)],
    [t('library.firstByteAt'), firstByteAt === null ? null : after(firstByteAt, sentAt)],
    [t('library.doneAt'), doneAt === null ? null : after(doneAt, sentAt)],
    [t('library.attempts'), attempts > 1 ? t('library.attemptsText', { count: attempts }) : null],
    [t('library.urlFormat'), format && t(format === 'old' ? 'library.formatOld' : 'library.formatNew')],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value !== null && (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

import { useTranslation } from 'react-i18next';
import type { Exchange } from '../../shared/exchange';
import { lookUp } from '../i18n';
import { CopyButton } from './copy-button';
import styles from './exchanges.module.css';
import { formatBytes } from './format';
import { listText } from './list-text';
import { clockText } from './time-text';

/** Indents JSON; anything else stays as the server wrote it. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const headerLines = (headers: Record<string, string>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');

function Code({ label, text }: { label: string; text: string }) {
  return (
    <pre className={styles.code} role="region" aria-label={label} tabIndex={0}>
      {text}
    </pre>
  );
}

interface SideProps {
  name: string;
  line: string;
  headers: Record<string, string>;
  body: string | null;
  /** What stands where there is no text to show. */
  noBody: string;
  copyName: string;
}

function Side({ name, line, headers, body, noBody, copyName }: SideProps) {
  const { t } = useTranslation();
  const head = headerLines(headers);
  const text = body === null ? null : readable(body);
  return (
    <section className={styles.side}>
      <div className={styles.sideHead}>
        <h4>{name}</h4>
        <CopyButton text={[line, head, '', text ?? ''].join('\n')} name={copyName} />
      </div>
      <p className={`mono ${styles.line}`}>{line}</p>
      {head && <Code label={`${name}, ${t('library.headers')}`} text={head} />}
      {text ? <Code label={`${name}, ${t('library.body')}`} text={text} /> : <p className="secondary">{noBody}</p>}
    </section>
  );
}

const lasted = (ms: number, locale: string): string =>
  ms < 1000
    ? `${Math.round(ms)} ms`
    : `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms / 1000)} s`;

/** One request and its answer as they crossed the wire; main has already taken the secrets out. */
export function ExchangeView({ exchange }: { exchange: Exchange }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  const times = [
    clockText(exchange.sentAt, locale, true),
    t('library.onTheWire', { size: formatBytes(exchange.requestBytes, locale) }),
    exchange.firstByteAt === null
      ? ''
      : t('library.firstByte', { time: lasted(exchange.firstByteAt - exchange.sentAt, locale) }),
    exchange.doneAt === null ? '' : t('library.whole', { time: lasted(exchange.doneAt - exchange.sentAt, locale) }),
    exchange.attempts > 1 ? t('queue.attempts', { count: exchange.attempts }) : '',
  ];
  return (
    <div className={styles.exchange}>
      <p className={`secondary number ${styles.times}`}>{listText(times, locale)}</p>
      <Side
        name={t('library.request')}
        line={`${exchange.method} ${exchange.url}`}
        headers={exchange.requestHeaders}
        body={exchange.requestBody}
        noBody={t('library.noBody')}
        copyName={t('library.copyRequest')}
      />
      <Side
        name={t('library.answer')}
        line={
          exchange.status === null
            ? (exchange.error && lookUp(`errors.${exchange.error.code}.title`, exchange.error.params)) ||
              t('library.noAnswer')
            : String(exchange.status)
        }
        headers={exchange.responseHeaders}
        body={exchange.responseBody}
        noBody={
          exchange.responseBytes > 0
            ? t('library.binaryBody', { size: formatBytes(exchange.responseBytes, locale) })
            : t('library.noBody')
        }
        copyName={t('library.copyAnswer')}
      />
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exchange } from '../../shared/exchange';
import { lookUp } from '../i18n';
import { bodyText } from './body-text';
import { CopyAs } from './copy-as';
import { CopyButton } from './copy-button';
import { ExchangeFacts } from './exchange-facts';
import styles from './exchanges.module.css';
import { formatBytes } from './format';

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
  bytes: number;
  /** What stands where there is no text to show. */
  noBody: string;
  copyName: string;
  more?: ReactNode;
}

function Side({ name, line, headers, body, bytes, noBody, copyName, more }: SideProps) {
  const { t, i18n } = useTranslation();
  const head = headerLines(headers);
  const shown = body === null ? undefined : bodyText(body, headers);
  const text = shown?.kind === 'page' ? shown.words : shown?.text;
  const size = formatBytes(bytes, i18n.language);
  return (
    <section className={styles.side}>
      <div className={styles.sideHead}>
        <h4>{name}</h4>
        {more}
        <CopyButton text={[line, head, '', text ?? ''].join('\n')} name={copyName} />
        {bytes > 0 && <span className={`secondary number ${styles.size}`}>{size}</span>}
      </div>
      <p className={`mono ${styles.line}`}>{line}</p>
      {head && <Code label={`${name}, ${t('library.headers')}`} text={head} />}
      {shown?.kind === 'page' && (
        <p className="secondary">{t(text ? 'library.htmlPage' : 'library.htmlPageEmpty', { size })}</p>
      )}
      {text ? (
        <Code label={`${name}, ${t('library.body')}`} text={text} />
      ) : (
        shown?.kind !== 'page' && <p className="secondary">{noBody}</p>
      )}
    </section>
  );
}

/** One request and its answer as they crossed the wire; main has already taken the secrets out. */
export function ExchangeView({ exchange }: { exchange: Exchange }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language;
  const { status, error, responseBytes, jobId } = exchange;
  return (
    <div className={styles.exchange}>
      <ExchangeFacts exchange={exchange} />
      <Side
        name={t('library.request')}
        line={`${exchange.method} ${exchange.url}`}
        headers={exchange.requestHeaders}
        body={exchange.requestBody}
        bytes={exchange.requestBytes}
        noBody={t('library.noBody')}
        copyName={t('library.copyRequest')}
        more={jobId !== null && <CopyAs exchange={exchange} jobId={jobId} />}
      />
      <Side
        name={t('library.answer')}
        line={
          status === null
            ? (error && lookUp(`errors.${error.code}.title`, error.params)) || t('library.noAnswer')
            : String(status)
        }
        headers={exchange.responseHeaders}
        body={exchange.responseBody}
        bytes={responseBytes}
        noBody={
          responseBytes > 0
            ? t('library.binaryBody', { size: formatBytes(responseBytes, locale) })
            : t('library.noBody')
        }
        copyName={t('library.copyAnswer')}
      />
    </div>
  );
}

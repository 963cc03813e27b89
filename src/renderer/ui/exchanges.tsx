import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exchange } from '../../shared/exchange';
import { useOperation } from '../api';
import { Disclosure } from './disclosure';
import { ExchangeView } from './exchange-view';
import { pathOf } from './exchange-path';
import styles from './exchanges.module.css';
import { clockText } from './time-text';

/** A long job has hundreds of polls that say the same: its submission and the last few are what one looks for. */
const SHOWN_LAST = 4;

function Line({ exchange }: { exchange: Exchange }) {
  const { i18n, t } = useTranslation();
  return (
    <Disclosure
      label={
        <>
          <span className={styles.method}>{exchange.method}</span>
          <span className={`mono truncate ${styles.path}`}>{pathOf(exchange.url)}</span>
        </>
      }
      aside={
        <>
          <span
            data-bad={exchange.status === null || exchange.status >= 400 ? '' : undefined}
            className={styles.status}
          >
            {exchange.status ?? t('library.noAnswer')}
          </span>
          <span>{clockText(exchange.sentAt, i18n.language, true)}</span>
        </>
      }
    >
      {() => <ExchangeView exchange={exchange} />}
    </Disclosure>
  );
}

/** The requests behind a job, oldest first, those in the middle folded away. */
export function Exchanges({ jobId }: { jobId: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { data } = useOperation('exchange.list', { jobId }, { keepPrevious: true });
  if (!data) return null;
  if (data.length === 0) return <p className="secondary">{t('library.noRequests')}</p>;
  const hidden = all ? 0 : Math.max(0, data.length - 1 - SHOWN_LAST);
  return (
    <div className={styles.list}>
      {data.slice(0, 1).map((exchange) => (
        <Line key={exchange.id} exchange={exchange} />
      ))}
      {hidden > 1 && (
        <Button
          size="compact-xs"
          variant="subtle"
          className={styles.more ?? ''}
          onClick={() => {
            setAll(true);
          }}
        >
          {t('library.showAll', { count: hidden })}
        </Button>
      )}
      {data.slice(hidden > 1 ? 1 + hidden : 1).map((exchange) => (
        <Line key={exchange.id} exchange={exchange} />
      ))}
    </div>
  );
}

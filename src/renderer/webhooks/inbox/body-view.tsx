import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownDelivery } from '../../../shared/webhook-operations';
import styles from '../webhooks.module.css';
import { PrettyJson } from './pretty-json';

type View = 'pretty' | 'raw' | 'headers';
const VIEWS: readonly View[] = ['pretty', 'raw', 'headers'];

function parsed(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What came: read, byte by byte, and what stood above it. Addresses in it are text: nothing is loaded. */
export function BodyView({ delivery }: { delivery: ShownDelivery }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('pretty');
  const { body, bodyCut, headers } = delivery;
  const value = useMemo(() => parsed(body), [body]);
  return (
    <section>
      <div className={styles.bodyBar}>
        <h3 className={styles.heading}>{t('webhooks.body')}</h3>
        <SegmentedControl
          aria-label={t('webhooks.views')}
          value={view}
          onChange={setView}
          data={VIEWS.map((name) => ({ value: name, label: t(`webhooks.${name}`) }))}
        />
      </div>
      <div className={styles.code} tabIndex={0} role="region" aria-label={t(`webhooks.${view}`)}>
        {view === 'headers' ? (
          <dl className={styles.headers}>
            {Object.entries(headers).map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        ) : body === '' ? (
          <p className="secondary">{t('webhooks.bodyEmpty')}</p>
        ) : view === 'pretty' && value ? (
          <PrettyJson value={value} />
        ) : (
          <pre className={styles.raw}>{body}</pre>
        )}
      </div>
      {bodyCut && view !== 'headers' && <p className="secondary">{t('webhooks.bodyCut')}</p>}
    </section>
  );
}

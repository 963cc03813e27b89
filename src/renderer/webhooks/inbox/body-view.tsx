import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownDelivery } from '../../../shared/webhook-operations';
import styles from '../webhooks.module.css';
import { parsedBody } from './parsed-body';
import { PrettyJson } from './pretty-json';

type View = 'pretty' | 'raw' | 'headers';
const VIEWS: readonly View[] = ['pretty', 'raw', 'headers'];

/** What came: read, byte by byte, and what stood above it. Addresses in it are text: nothing is loaded. */
export function BodyView({ delivery }: { delivery: ShownDelivery }) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('pretty');
  const { body, bodyCut, headers, reason } = delivery;
  const value = useMemo(() => parsedBody(body), [body]);
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
          <p className="secondary">{t(reason === 'not_read' ? 'webhooks.bodyNotRead' : 'webhooks.bodyEmpty')}</p>
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

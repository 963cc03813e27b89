import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecretRef } from '../../shared/secret-ref';
import { KeyHint } from './key-hint';
import { KeyMoment } from './key-moment';
import type { ShownKey } from './key-record';
import { KeyState } from './key-state';
import styles from './keys.module.css';
import { QuotaBar } from './quota-bar';

interface KeyTableProps {
  keys: readonly ShownKey[];
  reveal?: ((ref: SecretRef) => Promise<string>) | undefined;
  /** What can be done with one key, at the end of its row. */
  actions?: ((key: ShownKey) => ReactNode) | undefined;
  /** In place of the word for the key's state, e.g. a switch. */
  state?: ((key: ShownKey) => ReactNode) | undefined;
}

function Row({ record, reveal, actions, state }: Omit<KeyTableProps, 'keys'> & { record: ShownKey }) {
  const { t, i18n } = useTranslation();
  const used = record.total_used;
  const webhook = record.webhook_url;
  return (
    <tr data-off={record.active === false || undefined}>
      <th scope="row">
        {record.name}
        <span className={styles.under}>
          {t('keys.made')} <KeyMoment text={record.created_at} />
        </span>
        {webhook && <span className={`mono ${styles.under}`}>{webhook}</span>}
      </th>
      <td>
        <KeyHint value={record.key} name={record.name} reveal={reveal} />
      </td>
      <td>
        <QuotaBar remaining={record.quota_remaining} total={record.quota_total} off={record.active === false} />
      </td>
      <td className={styles.right}>
        {typeof used === 'number' ? new Intl.NumberFormat(i18n.language).format(used) : t('keys.notTold')}
      </td>
      <td className={`${styles.wide} ${styles.webhook}`}>
        {webhook ? <span className="mono">{webhook}</span> : <span className={styles.none}>{t('keys.noWebhook')}</span>}
      </td>
      <td className={`${styles.wide} ${styles.date}`}>
        <KeyMoment text={record.created_at} />
      </td>
      <td>{state ? state(record) : <KeyState active={record.active} />}</td>
      {actions && <td className={styles.right}>{actions(record)}</td>}
    </tr>
  );
}

/** All keys of a server, masked. */
export function KeyTable({ keys, ...row }: KeyTableProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.scroller} role="region" aria-label={t('keys.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('keys.name')}</th>
            <th scope="col">{t('keys.key')}</th>
            <th scope="col">{t('keys.left')}</th>
            <th scope="col" className={styles.right}>
              {t('keys.used')}
            </th>
            <th scope="col" className={styles.wide}>
              {t('keys.webhook')}
            </th>
            <th scope="col" className={styles.wide}>
              {t('keys.made')}
            </th>
            <th scope="col">{t('keys.state')}</th>
            {row.actions && (
              <th scope="col">
                <span className="visually-hidden">{t('keys.details')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {keys.map((record, index) => (
            // a server may list two keys that mask alike
            <Row key={index} record={record} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

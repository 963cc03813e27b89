import { useTranslation } from 'react-i18next';
import type { SecretRef } from '../../shared/secret-ref';
import { KeyHint } from './key-hint';
import { KeyMoment } from './key-moment';
import type { ShownKey } from './key-record';
import { KeyState } from './key-state';
import styles from './keys.module.css';
import { QuotaBar } from './quota-bar';

interface KeyFactsProps {
  record: ShownKey;
  reveal?: ((ref: SecretRef) => Promise<string>) | undefined;
}

/** One key, fact by fact. */
export function KeyFacts({ record, reveal }: KeyFactsProps) {
  const { t, i18n } = useTranslation();
  const facts = [
    { name: t('keys.name'), value: record.name },
    { name: t('keys.key'), value: <KeyHint value={record.key} name={record.name} reveal={reveal} /> },
    { name: t('keys.state'), value: <KeyState active={record.active} /> },
    {
      name: t('keys.left'),
      value: <QuotaBar remaining={record.quota_remaining} total={record.quota_total} off={record.active === false} />,
    },
    {
      name: t('keys.used'),
      value:
        typeof record.total_used === 'number'
          ? new Intl.NumberFormat(i18n.language).format(record.total_used)
          : t('keys.notTold'),
    },
    {
      name: t('keys.webhook'),
      value: record.webhook_url ? (
        <span className="mono">{record.webhook_url}</span>
      ) : (
        <span className={styles.none}>{t('keys.noWebhook')}</span>
      ),
    },
    { name: t('keys.made'), value: <KeyMoment text={record.created_at} exact /> },
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import { useTranslation } from 'react-i18next';
import type { ShownDelivery } from '../../../shared/webhook-operations';
import { Compared } from '../compared';
import styles from '../webhooks.module.css';

/** What came beside what each kept secret gives. */
export function SignatureTable({ delivery }: { delivery: ShownDelivery }) {
  const { t } = useTranslation();
  const { received, comparisons, body, bodyCut, refusal } = delivery;
  const known = comparisons.filter(({ expected }) => expected !== null);
  const nearest = Math.max(0, ...known.map(({ common }) => common));
  if (refusal !== null && body === '') return null;
  return (
    <section>
      <h3 className={styles.heading}>{t('webhooks.signature')}</h3>
      <dl className={styles.table}>
        <div>
          <dt>{t('webhooks.received')}</dt>
          <dd className="mono">
            {received === null ? (
              t('webhooks.noSignature')
            ) : (
              <Compared text={received} common={known.length > 0 ? nearest : received.length} />
            )}
          </dd>
        </div>
        {comparisons.map(({ profileId, name, expected, common }) => (
          <div key={profileId}>
            <dt>{expected === null ? name : t('webhooks.gives', { name })}</dt>
            <dd className={expected === null ? 'secondary' : 'mono'}>
              {expected === null ? (
                t(bodyCut && refusal !== null ? 'webhooks.bodyNotWhole' : 'webhooks.noSecretKept')
              ) : (
                <Compared text={expected} common={received === null ? expected.length : common} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

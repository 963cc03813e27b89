import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShownDelivery } from '../../../shared/webhook-operations';
import { call } from '../../api';
import { attempt } from '../../ui/job-actions';
import styles from '../webhooks.module.css';
import { useWebhooks } from '../webhooks-store';

/** A verdict in sentences: the first says what it is, the second what was done. */
function useTold({ refusal, status, signature, reason, profileName, job }: ShownDelivery): [string, string] {
  const { t } = useTranslation();
  if (refusal !== null) return [t('webhooks.told.refused', { status }), t(`webhooks.refusal.${refusal}`)];
  if (reason === 'never_signed')
    return [t('webhooks.told.never'), t(job ? 'webhooks.told.neverAsked' : 'webhooks.told.neverUnknown')];
  switch (signature) {
    case 'good':
      return [
        t('webhooks.told.good', { name: profileName ?? '' }),
        t(job ? 'webhooks.told.goodAsked' : 'webhooks.told.goodUnknown'),
      ];
    case 'wrong':
      return [t('webhooks.told.wrong'), `${t(`webhooks.reason.${reason}`)} ${t('webhooks.told.wrongMore')}`];
    case 'missing':
      return [t('webhooks.told.missing'), t('webhooks.told.missingMore')];
    case 'no-secret':
      return [t('webhooks.told.noSecret'), t('webhooks.told.noSecretMore')];
  }
}

/** What the signature says about a delivery, and what can be done about it. */
export function Told({ delivery }: { delivery: ShownDelivery }) {
  const { t } = useTranslation();
  const [first, second] = useTold(delivery);
  const { signature, refusal, id } = delivery;
  const bad = refusal !== null || signature === 'wrong';
  const mendable = refusal === null && (signature === 'wrong' || signature === 'no-secret');
  const tone = bad ? 'bad' : signature === 'good' ? 'ok' : 'warn';
  return (
    <section className={styles.told} data-tone={tone} data-testid="told">
      <p>
        <strong>{first}</strong> {second}
      </p>
      {mendable && (
        <div className={styles.actions}>
          <Button
            onClick={() => {
              useWebhooks.setState({ settings: true });
            }}
          >
            {t('webhooks.enterSecret')}
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              attempt(call('webhook.recheck', { id }));
            }}
          >
            {t('webhooks.checkAgain')}
          </Button>
        </div>
      )}
    </section>
  );
}

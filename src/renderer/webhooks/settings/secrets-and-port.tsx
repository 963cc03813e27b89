import { useTranslation } from 'react-i18next';
import type { WebhookState } from '../../../shared/webhook-operations';
import { Dialog } from '../../ui/dialog';
import styles from '../webhooks.module.css';
import { useWebhooks } from '../webhooks-store';
import { ListenerForm } from './listener-form';
import { Secrets } from './secrets';

export function SecretsAndPort({ state }: { state: WebhookState | undefined }) {
  const { t } = useTranslation();
  const opened = useWebhooks((webhooks) => webhooks.settings);
  return (
    <Dialog
      opened={opened}
      title={t('webhooks.settings.title')}
      width={520}
      onClose={() => {
        useWebhooks.setState({ settings: false });
      }}
    >
      {state && (
        <div className={styles.dialog}>
          <Secrets secrets={state.secrets} />
          <ListenerForm state={state} />
        </div>
      )}
    </Dialog>
  );
}

import { useTranslation } from 'react-i18next';
import { useOperation } from '../api';
import { portalTarget } from '../ui/portal-target';
import { DeliveryPane } from './inbox/delivery-pane';
import { Inbox } from './inbox/inbox';
import { ListeningBar } from './listening-bar';
import { SecretsAndPort } from './settings/secrets-and-port';
import { Replay } from './tools/replay';
import { Tools } from './tools/tools';
import styles from './webhooks.module.css';

export default function WebhooksScreen() {
  const { t } = useTranslation();
  const state = useOperation('webhook.state', undefined).data;
  return (
    <div className={styles.screen} {...portalTarget}>
      <ListeningBar state={state} />
      <div className={styles.panes}>
        <section className={styles.list} aria-label={t('webhooks.deliveries')}>
          <Inbox state={state} />
        </section>
        <DeliveryPane />
      </div>
      <Tools state={state} />
      <Replay state={state} />
      <SecretsAndPort state={state} />
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { ListedDelivery } from '../../../shared/webhook-operations';
import { listText } from '../../ui/list-text';
import { clockText } from '../../ui/time-text';
import { Verdict } from '../verdict';
import styles from '../webhooks.module.css';
import { useWebhooks } from '../webhooks-store';
import { deliveryTitle, senderText, whatWasDone } from './delivery-words';

interface DeliveryRowProps {
  delivery: ListedDelivery;
  selected: boolean;
  /** One row of the list is in the tab order; arrows lead to the others. */
  reachable: boolean;
}

export function DeliveryRow({ delivery, selected, reachable }: DeliveryRowProps) {
  const { t, i18n } = useTranslation();
  const { id, at, event, path, seen, attempt, status } = delivery;
  const done = whatWasDone(delivery);
  return (
    <button
      type="button"
      className={styles.row}
      data-job={id}
      data-selected={selected ? '' : undefined}
      aria-current={selected ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
      onClick={() => {
        useWebhooks.setState({ selected: id });
      }}
    >
      <span className={styles.rowLine}>
        {!seen && <span className={styles.dot} title={t('webhooks.unreadMark')} />}
        <span className={`truncate ${styles.rowTitle}`} data-unread={seen ? undefined : ''}>
          {deliveryTitle(delivery)}
        </span>
        <span className={`number ${styles.rowTime}`}>{clockText(at, i18n.language, true)}</span>
      </span>
      <span className={`truncate ${styles.rowFacts}`}>
        {listText([...senderText(delivery), event ?? path], i18n.language)}
      </span>
      <span className={styles.rowLine}>
        <Verdict delivery={delivery} />
        <span className={styles.rowDone}>
          {listText(
            [attempt > 1 && t('webhooks.attempt', { count: attempt }), t(`webhooks.done.${done}`, { status })],
            i18n.language,
          )}
        </span>
      </span>
    </button>
  );
}

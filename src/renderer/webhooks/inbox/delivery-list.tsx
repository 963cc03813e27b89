import { useTranslation } from 'react-i18next';
import type { ListedDelivery } from '../../../shared/webhook-operations';
import { RowList } from '../../ui/row-list';
import { useWebhooks } from '../webhooks-store';
import { DeliveryRow } from './delivery-row';

const heightOf = (): number => 72;

const select = ({ id }: ListedDelivery): void => {
  useWebhooks.setState({ selected: id });
};

export function DeliveryList({ deliveries, onEnd }: { deliveries: readonly ListedDelivery[]; onEnd: () => void }) {
  const { t } = useTranslation();
  const selected = useWebhooks((state) => state.selected);
  return (
    <RowList label={t('webhooks.deliveries')} rows={deliveries} {...{ heightOf, selected, onEnd }} onSelect={select}>
      {(delivery, reachable) => (
        <DeliveryRow delivery={delivery} selected={delivery.id === selected} reachable={reachable} />
      )}
    </RowList>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedDelivery } from '../../../shared/webhook-operations';
import { useLateFocus } from '../../ui/use-late-focus';
import styles from '../webhooks.module.css';
import { useWebhooks } from '../webhooks-store';
import { DeliveryRow } from './delivery-row';

const ROW = 72;
const NEAR_END = 20;

/** Where a key leads from one row to another. */
function stepOf(key: string, at: number, count: number): number | undefined {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1, PageDown: at + 10, PageUp: at - 10 }[key];
  return to === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, to));
}

/** Only the rows in view exist. The rows keep their ids as new ones come above. */
export function DeliveryList({ deliveries, onEnd }: { deliveries: readonly ListedDelivery[]; onEnd: () => void }) {
  const { t } = useTranslation();
  const selected = useWebhooks((state) => state.selected);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: deliveries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => deliveries[index]?.id ?? index,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= deliveries.length - NEAR_END) onEnd();
  }, [lastShown, deliveries.length, onEnd]);

  const found = deliveries.findIndex(({ id }) => id === selected);
  const reachable = Math.max(0, found);
  const focusLate = useLateFocus(scroller);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepOf(event.key, found < 0 ? -1 : found, deliveries.length);
    const delivery = next === undefined ? undefined : deliveries[next];
    if (next === undefined || !delivery) return;
    event.preventDefault();
    useWebhooks.setState({ selected: delivery.id });
    focusLate(String(delivery.id));
    virtualizer.scrollToIndex(next);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.rows}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={t('webhooks.deliveries')}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => {
          const delivery = deliveries[item.index];
          if (!delivery) return null;
          return (
            <li
              key={item.key}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
            >
              <DeliveryRow
                delivery={delivery}
                selected={delivery.id === selected}
                reachable={item.index === reachable}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

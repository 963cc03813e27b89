import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { stepOf } from './row-step';
import styles from './row-list.module.css';
import { useLateFocus } from './use-late-focus';

export interface ListedRow {
  id: string | number;
  /** A heading is shown, and passed over by the arrows. */
  heading?: boolean;
}

interface RowListProps<Row extends ListedRow> {
  label: string;
  rows: readonly Row[];
  heightOf: (row: Row) => number;
  /** Where the arrows start from; null: before the first. */
  selected: string | number | null;
  onSelect: (row: Row) => void;
  /** The end has come near: ask for older ones. */
  onEnd: () => void;
  /** A row's button has its id as `data-job`. One of them is in the tab order; arrows lead to the others. */
  children: (row: Row, reachable: boolean) => ReactNode;
}

/** Older ones are asked for when so few rows are left below. */
const NEAR_END = 20;

/** Only the rows in view exist: a year's history scrolls like a day's. Rows keep their ids as new ones come above. */
export function RowList<Row extends ListedRow>(props: RowListProps<Row>) {
  const { label, rows, heightOf, selected, onSelect, onEnd, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize(index) {
      const row = rows[index];
      return row ? heightOf(row) : 0;
    },
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - NEAR_END) onEnd();
  }, [lastShown, rows.length, onEnd]);

  const found = rows.findIndex(({ id }) => id === selected);
  const reachable = found >= 0 ? found : rows.findIndex(({ heading }) => !heading);

  const focusLate = useLateFocus(scroller);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepOf(event.key, rows, found);
    const row = next === undefined ? undefined : rows[next];
    if (next === undefined || !row) return;
    event.preventDefault();
    onSelect(row);
    focusLate(String(row.id));
    virtualizer.scrollToIndex(next);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.rows}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
            >
              {children(row, item.index === reachable)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLateFocus } from '../ui/use-late-focus';
import { JobRow } from './job-row';
import { nextRow, type QueueRow } from './queue-rows';
import styles from './queue.module.css';

interface JobListProps {
  rows: readonly QueueRow[];
  selected: string | null;
  onSelect: (id: string) => void;
  /** The end has come near: ask for older ones. */
  onEnd: () => void;
}

const HEIGHTS = { group: 30, job: 80 };
/** Older ones are asked for when so few rows are left below. */
const NEAR_END = 20;

/** Only the rows in view exist: a year's history scrolls like a day's. */
export function JobList({ rows, selected, onSelect, onEnd }: JobListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => HEIGHTS[rows[index]?.kind ?? 'job'],
    getItemKey: (index) => {
      const row = rows[index];
      return row?.kind === 'job' ? row.job.id : (row?.name ?? index);
    },
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= rows.length - NEAR_END) onEnd();
  }, [lastShown, rows.length, onEnd]);

  const selectedIndex = rows.findIndex((row) => row.kind === 'job' && row.job.id === selected);
  const reachable = selectedIndex >= 0 ? selectedIndex : rows.findIndex((row) => row.kind === 'job');

  const focusLate = useLateFocus(scroller);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextRow(rows, reachable, event.key);
    const row = next === undefined ? undefined : rows[next];
    if (next === undefined || row?.kind !== 'job') return;
    event.preventDefault();
    onSelect(row.job.id);
    focusLate(row.job.id);
    virtualizer.scrollToIndex(next);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.rows}
        style={{ height: virtualizer.getTotalSize() }}
        aria-label={t('queue.jobs')}
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
              {row.kind === 'group' ? (
                <h2 className={styles.group}>{t(`queue.${row.name}`)}</h2>
              ) : (
                <JobRow
                  job={row.job}
                  selected={row.job.id === selected}
                  reachable={item.index === reachable}
                  onSelect={() => {
                    onSelect(row.job.id);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/job';
import { useToday } from '../ui/now';
import { dayText, groupByDay } from '../ui/time-text';
import { useLateFocus } from '../ui/use-late-focus';
import { useUi } from '../ui-store';
import { columnCount, GAP, gridRows, moveInGrid } from './grid-rows';
import styles from './grid.module.css';
import { lastOpened, rememberOpened } from './last-opened';
import { clearSelection, useLibrary } from './library-store';
import { Tile } from './tile';
import { useSize } from '../ui/use-size';

const DAY_HEIGHT = 36;
/** Title and facts below the picture, and the space to the next row. */
const WORDS_HEIGHT = 58;
const SHAPE = 3 / 4;

interface TilesProps {
  jobs: readonly Job[];
  /** True where no further page exists, so that the count of the last day is true. */
  complete: boolean;
  onEnd: () => void;
}

/** Only the rows in view exist; arrows move between tiles as between cells. */
export function Tiles({ jobs, complete, onEnd }: TilesProps) {
  const { t, i18n } = useTranslation();
  const today = useToday();
  const openResult = useUi((state) => state.openResult);
  const size = useLibrary((state) => state.size);
  const selected = useLibrary((state) => state.selected);
  const scroller = useRef<HTMLDivElement>(null);
  const [inner, { width }] = useSize();
  const [current, setCurrent] = useState<string | null>(lastOpened);

  const columns = columnCount(width, size);
  const tileWidth = Math.floor((width - GAP * (columns - 1)) / columns);
  const days = useMemo(() => groupByDay(jobs, (job) => job.createdAt), [jobs]);
  const rows = useMemo(() => gridRows(days, columns), [days, columns]);
  const tileHeight = Math.round(tileWidth * SHAPE) + WORDS_HEIGHT;

  const virtualizer = useVirtualizer({
    count: width > 0 ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? DAY_HEIGHT : tileHeight),
    overscan: 3,
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, rows, tileHeight]);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 4) onEnd();
  }, [lastShown, rows.length, onEnd]);

  const found = jobs.findIndex((job) => job.id === current);
  const reachable = Math.max(0, found);

  const focusLate = useLateFocus(scroller);
  const focusTile = (index: number): void => {
    const job = jobs[index];
    if (!job) return;
    setCurrent(job.id);
    focusLate(job.id);
    virtualizer.scrollToIndex(
      rows.findIndex((row) => row.kind === 'tiles' && index >= row.first && index < row.first + row.items.length),
    );
  };

  // back from a result: the eye and the focus return to its tile
  const returned = useRef(false);
  useEffect(() => {
    if (returned.current || width === 0 || found < 0 || current === null || current !== lastOpened()) return;
    returned.current = true;
    rememberOpened(null);
    focusTile(found);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && selected.length > 0) {
      event.stopPropagation();
      clearSelection();
    }
    const next = moveInGrid(rows, reachable, event.key);
    if (next === undefined) return;
    event.preventDefault();
    focusTile(next);
  };

  const words = { today: t('library.today'), yesterday: t('library.yesterday') };
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        ref={inner}
        className={styles.rows}
        role="group"
        aria-label={t('library.pictures')}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const place = { transform: `translateY(${item.start}px)`, height: item.size };
          if (row.kind === 'day')
            return (
              <h2 key={item.key} className={styles.day} style={place}>
                {dayText(row.day, today, i18n.language, words)}
                {(complete || row.day !== days.at(-1)?.day) && <span>{row.count}</span>}
              </h2>
            );
          return (
            <div
              key={item.key}
              className={styles.row}
              style={{ ...place, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
            >
              {row.items.map((job, offset) => (
                <Tile
                  key={job.id}
                  job={job}
                  width={Math.ceil(tileWidth / 80) * 80 * Math.ceil(window.devicePixelRatio)}
                  selected={selected.some(({ id }) => id === job.id)}
                  reachable={row.first + offset === reachable}
                  onFocus={() => {
                    setCurrent(job.id);
                  }}
                  onOpen={() => {
                    openResult(job.id);
                  }}
                />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

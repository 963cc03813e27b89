import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../copy-text';
import { flattenTree, moveInTree, openUpTo } from './flatten';
import styles from './json-tree.module.css';
import { textOf } from './text-of';
import { TreeBar } from './tree-bar';
import { TreeFoot } from './tree-foot';
import { TreeRowView } from './tree-row';
import { useTreeSearch } from './use-tree-search';

const ROW = 22;
/** What lies open at first, and what "unfold all" opens at most. */
const FIRST_ROWS = 60;
const MOST_ROWS = 20_000;

/** Any JSON as a tree: only the rows in view exist, and folded parts cost nothing. */
export function JsonTree({ value }: { value: unknown }) {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => openUpTo(value, FIRST_ROWS));
  const [selected, setSelected] = useState(0);
  const [query, setQuery] = useState('');
  const [hitAt, setHitAt] = useState(0);
  const search = useTreeSearch(value, query);
  const rows = useMemo(() => flattenTree(value, open), [value, open]);
  const at = Math.min(selected, rows.length - 1);
  const hitPaths = useMemo(() => new Set(search.hits.map(({ path }) => path)), [search.hits]);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => rows[index]?.path ?? index,
    overscan: 8,
  });

  const toggle = (path: string): void => {
    const next = new Set(open);
    if (!next.delete(path)) next.add(path);
    setOpen(next);
  };
  const select = (index: number): void => {
    setSelected(index);
    virtualizer.scrollToIndex(index);
  };
  const wantedPath = useRef<string>(undefined);
  const goTo = (index: number): void => {
    const hit = search.hits[index];
    if (!hit) return;
    setHitAt(index);
    wantedPath.current = hit.path;
    setOpen(new Set([...open, ...hit.parents]));
  };
  useEffect(() => {
    if (wantedPath.current === undefined) return;
    const index = rows.findIndex(({ path }) => path === wantedPath.current);
    wantedPath.current = undefined;
    if (index < 0) return;
    setSelected(index);
    virtualizer.scrollToIndex(index, { align: 'center' });
  }, [rows, virtualizer]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c') {
      // a marked piece of text is what one means to copy
      if (window.getSelection()?.isCollapsed === false) return;
      event.preventDefault();
      copyText(textOf(rows[at]?.value));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = moveInTree(rows, at, event.key);
    if (!move) return;
    event.preventDefault();
    if ('to' in move) select(move.to);
    else toggle(move.toggle);
  };

  return (
    <div className={styles.tree}>
      <TreeBar
        query={query}
        setQuery={(next) => {
          setQuery(next);
          setHitAt(0);
        }}
        search={search}
        at={hitAt}
        goTo={goTo}
        openAll={() => setOpen(openUpTo(value, MOST_ROWS))}
        closeAll={() => setOpen(new Set())}
      />
      <div
        ref={scroller}
        className={styles.scroller}
        role="tree"
        aria-label={t('results.tree.name')}
        aria-activedescendant={`${id}-${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <TreeRowView
                key={item.key}
                row={row}
                id={`${id}-${item.index}`}
                index={item.index}
                start={item.start}
                selected={item.index === at}
                hit={hitPaths.has(row.path)}
                measure={virtualizer.measureElement}
                onSelect={() => setSelected(item.index)}
                onToggle={() => toggle(row.path)}
              />
            );
          })}
        </div>
      </div>
      <TreeFoot row={rows[at]} value={value} />
    </div>
  );
}

import { ChevronRight } from 'lucide-react';
import type { TreeRow } from './flatten';
import styles from './json-tree.module.css';
import { ValueText } from './value-text';

interface TreeRowViewProps {
  row: TreeRow;
  id: string;
  index: number;
  /** px from the top. */
  start: number;
  selected: boolean;
  hit: boolean;
  measure: (element: HTMLElement | null) => void;
  onSelect: () => void;
  onToggle: () => void;
}

export function TreeRowView({ row, id, index, start, selected, hit, measure, onSelect, onToggle }: TreeRowViewProps) {
  return (
    <div
      id={id}
      ref={measure}
      data-index={index}
      role="treeitem"
      aria-level={row.level}
      aria-setsize={row.siblings}
      aria-posinset={row.position}
      aria-expanded={row.open}
      aria-selected={selected}
      className={styles.row}
      data-hit={hit || undefined}
      style={{ transform: `translateY(${start}px)`, paddingLeft: (row.level - 1) * 16 + 4 }}
      onClick={() => {
        onSelect();
        if (row.open !== undefined) onToggle();
      }}
    >
      <span className={styles.twist} aria-hidden>
        {row.open !== undefined && <ChevronRight size={12} strokeWidth={1.6} />}
      </span>
      <span className={styles.words}>
        {row.key !== null && <span className={styles.key}>{row.key}: </span>}
        <ValueText row={row} />
      </span>
    </div>
  );
}

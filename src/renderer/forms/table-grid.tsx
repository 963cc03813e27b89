import { useVirtualizer } from '@tanstack/react-virtual';
import { X } from 'lucide-react';
import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cellText, columnLetter, type Table } from './table';
import { TableCell } from './table-cell';
import { withCell, withColumnName, withoutColumn, withoutRow, withRow } from './table-edits';
import styles from './table.module.css';
import { useGridKeys } from './use-grid-keys';

const ROW = 28;

interface TableGridProps {
  labelledBy: string;
  describedBy: string | undefined;
  table: Table;
  edit(change: (table: Table) => Table): void;
  /** Takes a pasted text in; false where it is one cell's own. Row 0 holds the names. */
  paste(text: string, row: number, column: number): boolean;
  focusRef(element: HTMLElement | null): void;
  invalid: boolean;
  /** Leaves the table by the keyboard. */
  leave(): void;
}

/** A table whose cells are edited in place: arrows, Enter and Tab move, Escape leaves. Row 0 holds the names. */
export function TableGrid(props: TableGridProps) {
  const { labelledBy, describedBy, table, edit, paste, focusRef, invalid, leave } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: table.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const keys = useGridKeys({
    scroller,
    rows: table.rows.length,
    columns: table.columns.length,
    show: (row) => {
      virtual.scrollToIndex(row, { align: 'auto' });
    },
    leave,
    grow: () => {
      edit(withRow);
    },
    remove: (row, column) => {
      edit((now) => (row > 0 ? withoutRow(now, row - 1) : withoutColumn(now, column)));
    },
  });
  const names = table.columns.map((name, at) => (name.trim() === '' ? columnLetter(at) : name));
  const cell = (row: number, column: number) => ({
    place: `${row}/${column}`,
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      keys(event, row, column);
    },
    onPaste: (event: ClipboardEvent) => {
      if (paste(event.clipboardData.getData('text/plain'), row, column)) event.preventDefault();
    },
  });
  const template = { gridTemplateColumns: `36px repeat(${table.columns.length}, minmax(96px, 1fr)) 28px` };

  return (
    <div ref={scroller} className={styles.scroller} data-invalid={invalid || undefined}>
      <div
        role="grid"
        className={styles.grid}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        aria-rowcount={table.rows.length + 1}
      >
        <div role="row" aria-rowindex={1} className={styles.head} style={template}>
          <span role="presentation" />
          {table.columns.map((name, column) => (
            <div key={column} role="columnheader" className={styles.name}>
              <TableCell
                {...cell(0, column)}
                label={t('forms.columnName', { column: columnLetter(column) })}
                text={name}
                placeholder={columnLetter(column)}
                onText={(text) => {
                  edit((now) => withColumnName(now, column, text));
                }}
                inputRef={column === 0 ? focusRef : undefined}
              />
              {table.columns.length > 1 && (
                <button
                  type="button"
                  tabIndex={-1}
                  className={styles.remove}
                  aria-label={t('forms.removeColumn', { column: names[column] ?? '' })}
                  onClick={() => {
                    edit((now) => withoutColumn(now, column));
                  }}
                >
                  <X size={12} strokeWidth={1.6} aria-hidden />
                </button>
              )}
            </div>
          ))}
          <span role="presentation" />
        </div>
        <div role="rowgroup" style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              style={{ ...template, transform: `translateY(${start}px)` }}
            >
              <span role="rowheader" className={styles.number}>
                {index + 1}
              </span>
              {table.columns.map((_name, column) => (
                <div key={column} role="gridcell">
                  <TableCell
                    {...cell(index + 1, column)}
                    label={t('forms.cell', { column: names[column] ?? '', row: index + 1 })}
                    text={cellText(table.rows[index]?.[column] ?? null)}
                    number={typeof table.rows[index]?.[column] === 'number'}
                    onText={(text) => {
                      edit((now) => withCell(now, index, column, text));
                    }}
                  />
                </div>
              ))}
              <div role="gridcell" className={styles.end}>
                <button
                  type="button"
                  tabIndex={-1}
                  className={styles.remove}
                  aria-label={t('forms.removeRow', { position: index + 1 })}
                  onClick={() => {
                    edit((now) => withoutRow(now, index));
                  }}
                >
                  <X size={12} strokeWidth={1.6} aria-hidden />
                </button>
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

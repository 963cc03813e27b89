import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownKey } from '../../keys/key-record';
import styles from './handed-out.module.css';
import type { OpenKeyDialog } from './key-dialogs';
import { keyId, nextSort, pageOf, SORT_COLUMNS, type Sort, type SortColumn } from './key-list';
import { KeyRow } from './key-row';
import { Pager } from './pager';

const COLUMNS = ['name', 'key', 'left', 'used', 'webhook', 'made', 'state', 'menu'] as const;
type Column = (typeof COLUMNS)[number];

const sorts = (column: Column): column is SortColumn => (SORT_COLUMNS as readonly string[]).includes(column);

interface HeadProps {
  column: Exclude<Column, 'menu'>;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

function Head({ column, sort, onSort }: HeadProps) {
  const { t } = useTranslation();
  const label = t(`keys.${column}`);
  const className = column === 'used' ? styles.right : column === 'webhook' ? styles.wide : undefined;
  if (!sorts(column))
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  const down = sort?.column === column ? sort.down : undefined;
  const Icon = down ? ChevronDown : ChevronUp;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={down === undefined ? undefined : down ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        className={styles.sort}
        title={t('handedOut.sortBy', { column: label })}
        onClick={() => {
          onSort(nextSort(sort, column));
        }}
      >
        {label}
        {down !== undefined && <Icon size={12} strokeWidth={1.6} aria-hidden />}
      </button>
    </th>
  );
}

interface KeysTableProps {
  keys: readonly ShownKey[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  onDialog: (dialog: OpenKeyDialog) => void;
  onActive: (record: ShownKey, active: boolean) => void;
}

export function KeysTable({ keys, sort, onSort, onDialog, onActive }: KeysTableProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(0);
  const { rows, page, pages } = pageOf(keys, wanted);
  return (
    <>
      <table className={styles.table} aria-label={t('keys.title')}>
        <colgroup>
          {COLUMNS.map((column) => (
            <col key={column} data-column={column} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {COLUMNS.map((column) =>
              column === 'menu' ? (
                <th key={column} scope="col">
                  <span className="visually-hidden">{t('accounts.actions')}</span>
                </th>
              ) : (
                <Head key={column} column={column} sort={sort} onSort={onSort} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((record) => (
            <KeyRow key={keyId(record)} record={record} onDialog={onDialog} onActive={onActive} />
          ))}
        </tbody>
      </table>
      {pages > 1 && <Pager page={page} pages={pages} all={keys.length} onPage={setWanted} />}
    </>
  );
}

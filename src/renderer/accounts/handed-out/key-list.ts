import { unitsLeft } from '../../../shared/endpoints/paperbanana-admin';
import { isSecretRef } from '../../../shared/secret-ref';
import { keyHint, momentOf, type ShownKey } from '../../keys/key-record';

export const SORT_COLUMNS = ['name', 'left', 'used', 'made', 'state'] as const;
export type SortColumn = (typeof SORT_COLUMNS)[number];
/** Undefined: as the server lists them, newest first. */
export type Sort = { column: SortColumn; down: boolean } | undefined;

/** As many rows as can be looked over; more are pages away, so that a list of 500 stays quick. */
export const PAGE_ROWS = 50;

/** Rises, falls, and then the server's order again. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort?.column !== column) return { column, down: false };
  return sort.down ? undefined : { column, down: true };
}

/** What stays the same about a key while its numbers change. */
export function keyId({ key, name, created_at }: ShownKey): string {
  return isSecretRef(key) ? key.$secret : `${key} ${name} ${created_at ?? ''}`;
}

function matches(record: ShownKey, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return [record.name, keyHint(record.key), record.webhook_url ?? ''].some((one) =>
    one.toLocaleLowerCase().includes(wanted),
  );
}

/** Numbers to sort by; what the server does not tell comes first, no limit last. */
const VALUES: Record<Exclude<SortColumn, 'name'>, (record: ShownKey) => number> = {
  left: (record) => unitsLeft(record.quota_remaining) ?? Number.MAX_SAFE_INTEGER,
  used: (record) => record.total_used ?? -1,
  made: (record) => momentOf(record.created_at) ?? -1,
  state: (record) => (record.active === false ? 1 : 0),
};

/** The keys that match `text` (name, end of the key, webhook), in the order that was asked for. */
export function listedKeys(keys: readonly ShownKey[], text: string, sort: Sort, locale: string): ShownKey[] {
  const found = keys.filter((record) => matches(record, text));
  if (!sort) return found;
  const { column, down } = sort;
  const names = new Intl.Collator(locale, { numeric: true });
  const rising = (one: ShownKey, other: ShownKey): number =>
    column === 'name' ? names.compare(one.name, other.name) : VALUES[column](one) - VALUES[column](other);
  return found.sort((one, other) => (down ? rising(other, one) : rising(one, other)));
}

export interface KeyPage {
  rows: ShownKey[];
  /** From 0; never beyond the last, also after keys have gone. */
  page: number;
  pages: number;
}

export function pageOf(keys: readonly ShownKey[], wanted: number): KeyPage {
  const pages = Math.max(1, Math.ceil(keys.length / PAGE_ROWS));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  return { rows: keys.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS), page, pages };
}

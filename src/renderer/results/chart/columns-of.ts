import type { DataColumn } from './chart-choice';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The columns of data as people write it for a plot: an object of lists, a list of objects, a list of lists, a plain
 * list. Undefined for all else.
 */
export function columnsOf(data: unknown): DataColumn[] | undefined {
  if (isRecord(data)) {
    const lists = Object.entries(data).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
    if (lists.length === 1 && lists[0]) return columnsOf(lists[0][1]) ?? undefined;
    return lists.length === 0 ? undefined : lists.map(([name, values]) => ({ name, values }));
  }
  if (!Array.isArray(data) || data.length === 0) return undefined;
  const rows: unknown[] = data;
  if (rows.every(isRecord)) {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return names.map((name) => ({ name, values: rows.map((row) => row[name]) }));
  }
  if (rows.every(Array.isArray)) {
    const width = Math.max(...rows.map((row) => row.length));
    const [head, ...body] = rows;
    const named = head?.every((cell) => typeof cell === 'string') === true && body.length > 0;
    return Array.from({ length: width }, (_, index) => ({
      name: named ? String(head?.[index] ?? index + 1) : String(index + 1),
      values: (named ? body : rows).map((row) => row[index] as unknown),
    }));
  }
  return rows.some((value) => typeof value === 'object' && value !== null) ? undefined : [{ name: '', values: rows }];
}

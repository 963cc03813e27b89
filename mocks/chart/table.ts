/** Plot data in one shape, whatever shape it was sent in. */
export interface Table {
  /** Name of what the categories are; empty where nobody says. */
  about: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
}

type Column = readonly unknown[];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const parsed = Number(value.replace(/[%,\s]/g, ''));
  return Number.isFinite(parsed) ? parsed : null;
}

const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);

const isNumeric = (column: Column): boolean => {
  const given = column.filter((value) => value !== null && value !== undefined && value !== '');
  return given.length > 0 && given.filter((value) => numberOf(value) !== null).length > given.length / 2;
};

function fromColumns(columns: ReadonlyMap<string, Column>): Table {
  const entries = [...columns];
  const words = entries.find(([, column]) => !isNumeric(column));
  const numbers = entries.filter(([, column]) => isNumeric(column));
  const rows = Math.max(0, ...entries.map(([, column]) => column.length));
  return {
    about: words?.[0] ?? '',
    categories: Array.from({ length: rows }, (_, row) => (words ? wordOf(words[1][row]) : String(row + 1))),
    series: numbers.map(([name, column]) => ({
      name,
      values: Array.from({ length: rows }, (_, row) => numberOf(column[row])),
    })),
  };
}

function fromRows(rows: readonly unknown[]): Table {
  if (rows.every(isRecord)) {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return fromColumns(new Map(names.map((name) => [name, rows.map((row) => row[name])])));
  }
  if (!rows.every(Array.isArray)) return fromColumns(new Map([['value', rows]]));
  const [head, ...rest] = rows as unknown[][];
  const named = head?.every((cell) => typeof cell === 'string' && numberOf(cell) === null) === true;
  const body = named ? rest : (rows as unknown[][]);
  const width = Math.max(0, ...body.map((row) => row.length));
  const nameOf = (at: number): string => (named ? wordOf(head[at]) : `column ${at + 1}`);
  return fromColumns(new Map(Array.from({ length: width }, (_, at) => [nameOf(at), body.map((row) => row[at])])));
}

/**
 * Reads columns, rows, a list of numbers, names with numbers, groups with names and numbers. What cannot be drawn
 * gives a table without series.
 */
export function tableOf(data: unknown): Table {
  if (Array.isArray(data)) return fromRows(data);
  if (!isRecord(data)) return { about: '', categories: [], series: [] };
  const entries = Object.entries(data);
  const lists = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const inner = entries.filter((entry): entry is [string, Record<string, unknown>] => isRecord(entry[1]));
  if (lists.length === 1 && lists[0]?.[1].every((item) => isRecord(item) || Array.isArray(item)))
    return fromRows(lists[0][1]);
  if (lists.length > 0 || inner.some(([, value]) => Object.values(value).some(Array.isArray)))
    return fromColumns(
      new Map([
        ...lists,
        ...inner.flatMap(([, value]) =>
          Object.entries(value).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1])),
        ),
      ]),
    );
  if (inner.length > 0) {
    const names = [...new Set(inner.flatMap(([, value]) => Object.keys(value)))];
    const columns = names.map((name) => [name, inner.map(([, value]) => value[name])] as const);
    return fromColumns(new Map<string, Column>([['', inner.map(([name]) => `${name} `)], ...columns]));
  }
  const pairs = entries.filter(([, value]) => numberOf(value) !== null);
  return {
    about: '',
    categories: pairs.map(([name]) => name),
    series: pairs.length > 0 ? [{ name: 'value', values: pairs.map(([, value]) => numberOf(value)) }] : [],
  };
}

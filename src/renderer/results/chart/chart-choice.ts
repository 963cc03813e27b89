export interface DataColumn {
  name: string;
  values: readonly unknown[];
}

export type ChartKind = 'line' | 'bar' | 'scatter';

export interface ChartChoice {
  kind: ChartKind;
  /** Along the bottom; null where the rows are only counted. */
  x: DataColumn | null;
  /** Numbers, at most `MOST_SERIES` of them. */
  series: readonly DataColumn[];
  /** Columns of numbers that found no room. */
  left: number;
}

const MOST_SERIES = 6;
/** Above this many bars a line says more. */
const MOST_BARS = 40;

/** A cell as a number: numbers, and texts that are one. Undefined for all else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value.trim());
  return Number.isFinite(number) ? number : undefined;
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Whether nearly all of a column's cells are numbers: a stray `n/a` does not make words of it. */
function isNumeric({ values }: DataColumn): boolean {
  const told = values.filter((value) => !isEmpty(value));
  if (told.length === 0) return false;
  return told.filter((value) => numberOf(value) !== undefined).length >= told.length * 0.9;
}

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?$/;
const isDate = ({ values }: DataColumn): boolean => {
  const told = values.filter((value) => !isEmpty(value));
  return told.length > 0 && told.every((value) => typeof value === 'string' && DATE.test(value.trim()));
};

/** Steadily up or down: what one measures at, rather than what one measures. */
function isSteady({ values }: DataColumn): boolean {
  const numbers = values.map(numberOf);
  if (numbers.length < 3 || numbers.some((value) => value === undefined)) return false;
  const steps = numbers.slice(1).map((value, index) => (value ?? 0) - (numbers[index] ?? 0));
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}

/**
 * The chart that shows a table soonest: words along the bottom are bars, dates and steady numbers a line, two columns
 * of loose numbers a cloud. Undefined where there is not one column of numbers.
 */
export function chooseChart(columns: readonly DataColumn[]): ChartChoice | undefined {
  const words = columns.find((column) => !isNumeric(column) || isDate(column));
  const numeric = columns.filter((column) => column !== words && isNumeric(column));
  const first = numeric[0];
  if (!first) return undefined;
  const choice = (kind: ChartKind, x: DataColumn | null, all: readonly DataColumn[]): ChartChoice => ({
    kind,
    x,
    series: all.slice(0, MOST_SERIES),
    left: Math.max(0, all.length - MOST_SERIES),
  });
  if (words) {
    const many = words.values.length > MOST_BARS;
    return choice(isDate(words) || many ? 'line' : 'bar', words, numeric);
  }
  if (numeric.length === 1) return choice(first.values.length > MOST_BARS ? 'line' : 'bar', null, numeric);
  const rest = numeric.slice(1);
  if (isSteady(first)) return choice('line', first, rest);
  return choice('scatter', first, rest.slice(0, 1));
}

export type ChartRow = Record<string, number | string | null>;

/** More points than pixels tell nothing more, and draw slowly. */
const MOST_ROWS = 500;

/** The key of the bottom axis in a chart's rows; series are `s0`, `s1`, …: names of columns may hold dots. */
export const X_KEY = 'x';
export const seriesKey = (index: number): string => `s${index}`;

const labelOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Rows for the chart, thinned evenly where there are too many. */
export function chartRows({ kind, x, series }: ChartChoice, most = MOST_ROWS): ChartRow[] {
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const step = Math.max(1, Math.ceil(length / most));
  const rows: ChartRow[] = [];
  for (let at = 0; at < length; at += step) {
    const place = x?.values[at];
    const row: ChartRow = {
      [X_KEY]: kind === 'scatter' ? (numberOf(place) ?? null) : x ? labelOf(place) : String(at + 1),
    };
    for (const [index, { values }] of series.entries()) row[seriesKey(index)] = numberOf(values[at]) ?? null;
    rows.push(row);
  }
  return rows;
}

import type { Table } from './table';

export type ChartKind = 'bar' | 'line' | 'scatter' | 'histogram';

const WORDS: readonly (readonly [ChartKind, RegExp])[] = [
  ['histogram', /histogram|distribution of|直方图|分布/i],
  ['scatter', /scatter|correlat|散点/i],
  ['bar', /\bbars?\b|column chart|柱|条形/i],
  ['line', /\blines?\b|curve|trend|over (?:time|epochs|steps)|折线|曲线|趋势/i],
];

/** The chart that the words ask for; bars where they ask for none. */
export function kindOf(intent: string, table: Table): ChartKind {
  const asked = WORDS.find(([, pattern]) => pattern.test(intent))?.[0];
  if (asked === 'scatter' && table.series.length < 2) return 'line';
  return asked ?? (table.categories.length > 24 ? 'line' : 'bar');
}

/** For lines and points a first column of numbers, where no words name the rows, is where they stand. */
export function withAbscissa(table: Table): { x: readonly number[]; name: string; series: Table['series'] } {
  const [first, ...rest] = table.series;
  if (table.about === '' && first && rest.length > 0)
    return { x: first.values.map((value) => value ?? 0), name: first.name, series: rest };
  return { x: table.categories.map((_, index) => index + 1), name: table.about, series: table.series };
}

/** How often values fall into each of a few even bins. */
export function binsOf(values: readonly number[]): { edges: number[]; counts: number[] } {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const count = Math.min(20, Math.max(4, Math.ceil(Math.sqrt(values.length))));
  const width = (most - least || 1) / count;
  const counts = Array.from({ length: count }, () => 0);
  for (const value of values) {
    const bin = Math.min(count - 1, Math.floor((value - least) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from({ length: count + 1 }, (_, index) => least + index * width), counts };
}

import { useMemo } from 'react';
import type { DataColumn } from './chart-choice';
import { columnsOf } from './columns-of';
import { DataChart } from './data-chart';

/** Data as a form holds it: the JSON itself, or its text. */
function columnsIn(value: unknown): DataColumn[] | undefined {
  if (typeof value !== 'string') return columnsOf(value);
  try {
    return columnsOf(JSON.parse(value));
  } catch {
    // half typed; the form says what is wrong with it
    return undefined;
  }
}

/** The chart of a plot's data beside its form. Nothing where there is no table in it yet. */
export default function PlotData({ value }: { value: unknown }) {
  const columns = useMemo(() => columnsIn(value), [value]);
  return columns ? <DataChart columns={columns} /> : null;
}

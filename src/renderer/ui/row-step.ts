/** Rows that a press of PageDown passes. */
const PAGE = 10;

/** The index of the row that a key leads to, past the headings, staying at the ends; -1 stands before the first. */
export function stepOf(key: string, rows: readonly { heading?: boolean }[], from: number): number | undefined {
  const stops = rows.flatMap(({ heading }, index) => (heading ? [] : [index]));
  const at = stops.indexOf(from);
  const last = stops.length - 1;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + PAGE, PageUp: at - PAGE }[key];
  return to === undefined ? undefined : stops[Math.max(0, Math.min(last, to))];
}

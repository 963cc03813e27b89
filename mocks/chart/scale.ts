/** Round numbers from at most `least` to at least `most`, about `count` of them. */
export function ticksOf(least: number, most: number, count = 5): number[] {
  const span = most - least || Math.abs(most) || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const from = Math.floor(least / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil((most === least ? least + span : most) / step - 1e-9));
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(12)));
}

/** A number as a chart writes it. */
export function spell(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < 1e-3)) return value.toExponential(1).replace('e+', 'e');
  return String(Number(value.toFixed(size >= 100 ? 1 : 3)));
}

/** Places on a line of `length`, from `start`, in the direction of its sign. */
export function scaleOf(ticks: readonly number[], start: number, length: number): (value: number) => number {
  const least = ticks[0] ?? 0;
  const span = (ticks.at(-1) ?? 1) - least || 1;
  return (value) => start + ((value - least) / span) * length;
}

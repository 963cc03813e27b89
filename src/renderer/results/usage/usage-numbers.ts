export interface ModelUsage {
  modelKey: string;
  calls: number;
  /** ms */
  computeTime: number;
  /** In a currency that nobody tells. */
  cost: number;
}

export type Measure = 'calls' | 'computeTime' | 'cost';
export const MEASURES: readonly Measure[] = ['calls', 'computeTime', 'cost'];

/** Models by one measure, the largest first; equal ones by name. */
export function byMeasure(models: readonly ModelUsage[], measure: Measure): ModelUsage[] {
  return [...models].sort((a, b) => b[measure] - a[measure] || a.modelKey.localeCompare(b.modelKey));
}

/** Bars that one can still tell apart. */
const MOST_BARS = 12;

/** The largest models and the rest as one, so that a hundred models are still a picture. */
export function forChart(
  models: readonly ModelUsage[],
  measure: Measure,
  rest: string,
  most = MOST_BARS,
): ModelUsage[] {
  const sorted = byMeasure(models, measure);
  if (sorted.length <= most) return sorted;
  const others = sorted.slice(most - 1);
  const sum = (of: Measure): number => others.reduce((total, model) => total + model[of], 0);
  return [
    ...sorted.slice(0, most - 1),
    { modelKey: rest, calls: sum('calls'), computeTime: sum('computeTime'), cost: sum('cost') },
  ];
}

/** Part of the whole, 0 to 1; null where there is no whole. */
export const shareOf = (value: number, total: number): number | null => (total > 0 ? value / total : null);

export interface DurationWords {
  hours: string;
  minutes: string;
  seconds: string;
  milliseconds: string;
}

/** `7 min 30 s`, `1 h 5 min`, `420 ms`: two units at most, in the locale's digits. */
export function durationText(ms: number, locale: string, words: DurationWords): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const say = (value: number, unit: string): string => `${number.format(value)} ${unit}`;
  if (ms < 1000) return say(Math.round(ms), words.milliseconds);
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) {
    const exact = new Intl.NumberFormat(locale, { maximumFractionDigits: ms < 10_000 ? 1 : 0 });
    return `${exact.format(ms / 1000)} ${words.seconds}`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    const rest = seconds % 60;
    return rest === 0 ? say(minutes, words.minutes) : `${say(minutes, words.minutes)} ${say(rest, words.seconds)}`;
  }
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? say(hours, words.hours) : `${say(hours, words.hours)} ${say(rest, words.minutes)}`;
}

/** The number as the service tells it: two digits after the point, more where it is tiny. No currency is made up. */
export function costText(cost: number, locale: string): string {
  const tiny = cost !== 0 && Math.abs(cost) < 0.1;
  const digits = tiny ? { maximumSignificantDigits: 3 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, digits).format(cost);
}

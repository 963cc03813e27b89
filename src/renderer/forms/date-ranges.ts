/** Ranges that people ask for by name; their words are `forms.ranges.<name>`. */
export const DATE_RANGES = ['thisMonth', 'lastMonth', 'last7', 'last30'] as const;
export type DateRange = (typeof DATE_RANGES)[number];

const SECOND = 1000;
const DAY = 86_400_000;

/** Without milliseconds, as the documentation writes instants. */
const isoInstant = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** A named range around `now` (epoch ms) as two instants in UTC. It ends with the last second of its last day. */
export function dateRange(name: DateRange, now: number): { start: string; end: string } {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const today = Date.UTC(year, month, date.getUTCDate());
  const whole = (start: number, after: number) => ({ start: isoInstant(start), end: isoInstant(after - SECOND) });
  switch (name) {
    case 'thisMonth':
      return whole(Date.UTC(year, month, 1), today + DAY);
    case 'lastMonth':
      return whole(Date.UTC(year, month - 1, 1), Date.UTC(year, month, 1));
    case 'last7':
      return whole(today - 6 * DAY, today + DAY);
    case 'last30':
      return whole(today - 29 * DAY, today + DAY);
  }
}

/** The day (YYYY-MM-DD) that a text begins with, for the calendar; undefined for anything else. */
export function dayOf(text: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(text.trim())?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : undefined;
}

/** Puts another day into a text and keeps its time; without one the range's edge: the day's first or last second. */
export function withDay(text: string, day: string, edge: 'start' | 'end'): string {
  const time = /^\d{4}-\d{2}-\d{2}(T.+)$/.exec(text.trim())?.[1];
  return day + (time ?? (edge === 'start' ? 'T00:00:00Z' : 'T23:59:59Z'));
}

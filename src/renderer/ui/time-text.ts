/** Formatters are slow to make and asked for by every row: one of a kind is kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

/** `14:25`, or `14:25:08` where seconds tell something. 24 hours in every language. */
export function clockText(at: number, locale: string, seconds = false): string {
  return formatter(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(seconds && { second: '2-digit' }),
  }).format(at);
}

/** Local midnight before `at`, in ms since epoch: the name of a day. */
export function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The day before, also across a change of the clocks (23 and 25 hours). */
function dayBefore(day: number): number {
  const date = new Date(day);
  return date.setDate(date.getDate() - 1);
}

/** `today`, `yesterday`, or the date: with its weekday within six days, with its year in another year. */
export function dayText(day: number, now: number, locale: string, words: { today: string; yesterday: string }): string {
  const today = dayOf(now);
  if (day === today) return words.today;
  if (day === dayBefore(today)) return words.yesterday;
  const sameYear = new Date(day).getFullYear() === new Date(now).getFullYear();
  return formatter(locale, {
    ...(sameYear ? { weekday: 'long' } : { year: 'numeric' }),
    day: 'numeric',
    month: 'long',
  }).format(day);
}

/** The clock's time for today, day and time before: as short as the reader can still place it. */
export function momentText(at: number, now: number, locale: string): string {
  if (dayOf(at) === dayOf(now)) return clockText(at, locale);
  return formatter(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

export interface Day<T> {
  day: number;
  items: T[];
}

/** Groups what is already newest first by local day, keeping the order. */
export function groupByDay<T>(items: readonly T[], timeOf: (item: T) => number): Day<T>[] {
  const days: Day<T>[] = [];
  for (const item of items) {
    const day = dayOf(timeOf(item));
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}

import { expect, it } from 'vitest';
import { clockText, dayOf, dayText, groupByDay, momentText } from '../../../../src/renderer/ui/time-text';

const at = (text: string): number => new Date(text).getTime();
const now = at('2025-11-22T14:30:00');
const words = { today: 'Today', yesterday: 'Yesterday' };

it('writes the time with 24 hours in both languages', () => {
  expect(clockText(at('2025-11-22T00:05:09'), 'en')).toBe('00:05');
  expect(clockText(at('2025-11-22T14:05:09'), 'en', true)).toBe('14:05:09');
  expect(clockText(at('2025-11-22T14:05:09'), 'zh-CN', true)).toBe('14:05:09');
});

it('groups by local day and keeps the order', () => {
  const times = ['2025-11-22T23:59:59', '2025-11-22T00:00:00', '2025-11-21T23:59:59', '2025-11-19T12:00:00'].map(at);
  expect(groupByDay(times, (time) => time).map(({ items }) => items.length)).toEqual([2, 1, 1]);
  expect(groupByDay(times, (time) => time)[0]?.day).toBe(at('2025-11-22T00:00:00'));
  expect(groupByDay([], (time: number) => time)).toEqual([]);
});

it.each([
  ['2025-11-22T00:00:00', 'Today'],
  ['2025-11-21T00:00:00', 'Yesterday'],
  ['2025-11-20T00:00:00', 'Thursday, November 20'],
  ['2024-11-20T00:00:00', 'November 20, 2024'],
])('calls the day of %s %s', (day, text) => {
  expect(dayText(dayOf(at(day)), now, 'en', words)).toBe(text);
});

it('knows yesterday across the end of summer time, a day of 25 hours', () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Europe/Berlin';
  const monday = at('2025-10-27T09:00:00');
  const sunday = dayOf(at('2025-10-26T12:00:00'));
  expect(dayText(sunday, monday, 'en', words)).toBe('Yesterday');
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

it('leaves the date out only for today', () => {
  expect(momentText(at('2025-11-22T06:34:00'), now, 'en')).toBe('06:34');
  expect(momentText(at('2025-11-21T06:34:00'), now, 'en')).toBe('Nov 21, 06:34');
});

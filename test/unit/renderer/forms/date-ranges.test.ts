import { expect, it } from 'vitest';
import { DATE_RANGES, dateRange, dayOf, withDay } from '../../../../src/renderer/forms/date-ranges';
import { validateInput } from '../../../../src/shared/endpoints/endpoint';
import { usage } from '../../../../src/shared/endpoints/bananadev';

const NOW = Date.UTC(2026, 2, 5, 13, 45, 10);

it.each([
  ['thisMonth', '2026-03-01T00:00:00Z', '2026-03-05T23:59:59Z'],
  ['lastMonth', '2026-02-01T00:00:00Z', '2026-02-28T23:59:59Z'],
  ['last7', '2026-02-27T00:00:00Z', '2026-03-05T23:59:59Z'],
  ['last30', '2026-02-04T00:00:00Z', '2026-03-05T23:59:59Z'],
] as const)('%s goes from %s to %s', (name, start, end) => {
  expect(dateRange(name, NOW)).toEqual({ start, end });
});

it('gives ranges that the endpoint takes', () => {
  for (const name of DATE_RANGES) {
    const { start, end } = dateRange(name, NOW);
    expect(validateInput(usage, { startDate: start, endDate: end }).ok, name).toBe(true);
  }
});

it('reads the day of a text for the calendar', () => {
  expect(dayOf('2026-02-01T10:00:00+02:00')).toBe('2026-02-01');
  expect(dayOf('2026-13-01')).toBeUndefined();
  expect(dayOf('tomorrow')).toBeUndefined();
});

it('changes the day and keeps the time, or takes the edge of the day', () => {
  expect(withDay('2026-02-01T10:00:00Z', '2026-03-04', 'start')).toBe('2026-03-04T10:00:00Z');
  expect(withDay('', '2026-03-04', 'start')).toBe('2026-03-04T00:00:00Z');
  expect(withDay('2026-02-01', '2026-03-04', 'end')).toBe('2026-03-04T23:59:59Z');
});

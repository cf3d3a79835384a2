import { expect, it } from 'vitest';
import { calendarDay, daysOn, monthsOn, weeksOf } from './calendar';
import { today } from './partial-date';

it('walks over the ends of months and years', () => {
  expect(daysOn('2024-02-28', 2)).toBe('2024-03-01');
  expect(daysOn('2024-01-01', -1)).toBe('2023-12-31');
  expect(monthsOn('2024-01-31', 1)).toBe('2024-02-29');
  expect(monthsOn('2024-01-15', -1)).toBe('2023-12-15');
  expect(monthsOn('2024-12-31', 1)).toBe('2025-01-31');
});

it.each([
  ['2026-02-14', 4 + 1, '2026-01-26', '2026-03-01'],
  ['2024-09-30', 6, '2024-08-26', '2024-10-06'],
  ['2021-02-01', 4, '2021-02-01', '2021-02-28'],
])('the month of %s takes %d weeks, from %s to %s', (day, count, first, last) => {
  const weeks = weeksOf(day);
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([count, first, last]);
});

it('opens at the first day that a date may be', () => {
  const days = ['2023-10-19', '2023-10', '2023', '--12-08', 'soon'].map(calendarDay);
  expect(days).toEqual(['2023-10-19', '2023-10-01', '2023-01-01', today(), today()]);
});

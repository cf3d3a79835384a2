// Days of the calendar in wire form, for a month as a page of weeks. UTC throughout, so that no
// summer time makes a day longer.
import { today } from './partial-date';

const length = 86_400_000;

function stampOf(day: string): number {
  return Date.parse(`${day}T00:00Z`);
}

function dayAt(stamp: number): string {
  return new Date(stamp).toISOString().slice(0, 10);
}

/** So many days later. */
export function daysOn(day: string, days: number): string {
  return dayAt(stampOf(day) + days * length);
}

/** The same day so many months later, or the last of that month. */
export function monthsOn(day: string, months: number): string {
  const date = new Date(stampOf(day));
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return dayAt(date.getTime());
}

/** The weeks that the month of a day touches, each from Monday (ISO 8601) to Sunday. */
export function weeksOf(day: string): string[][] {
  const first = stampOf(`${day.slice(0, 7)}-01`);
  const weekday = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let monday = first - weekday * length; ; monday += 7 * length) {
    if (weeks.length > 0 && dayAt(monday).slice(0, 7) !== day.slice(0, 7)) return weeks;
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((at) => dayAt(monday + at * length)));
  }
}

/** The day at which a calendar opens for a date: its own, the first it may be, or today. */
export function calendarDay(wire: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(wire)) return wire;
  if (/^\d{4}-\d{2}$/.test(wire)) return `${wire}-01`;
  return /^\d{4}$/.test(wire) ? `${wire}-01-01` : today();
}

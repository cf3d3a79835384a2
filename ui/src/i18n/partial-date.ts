// Dates known in part, in their wire form:
//   2023-10-19   the day            2023-10   the month         2023   the year
//   --12-08      a day whose year is not known                  --11   likewise a month
// This file takes them apart and puts them together. See `date-reading.ts` for
// what an officer types and `formats.ts` for what is shown.

export interface DateParts {
  year?: number;
  month?: number;
  day?: number;
}

const wireForm = /^(?:(\d{4})|-)(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** The last day of a month. Without a year February has 29, since it may have. */
export function daysIn(month: number, year = 2024): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether the parts name a date that a calendar has. */
export function isPossible({ year, month, day }: DateParts): boolean {
  if (year === undefined && month === undefined) return false;
  if (year !== undefined && (year < 1 || year > 9999)) return false;
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysIn(month, year));
}

/** The parts of a date in wire form; undefined when it is none. */
export function partsOf(wire: string): DateParts | undefined {
  const match = wireForm.exec(wire);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1, 4).map((part) => (part ? Number(part) : undefined));
  const parts: DateParts = {};
  if (year !== undefined) parts.year = year;
  if (month !== undefined) parts.month = month;
  if (day !== undefined) parts.day = day;
  return isPossible(parts) ? parts : undefined;
}

const padded = (value: number, width: number) => String(value).padStart(width, '0');

/** The wire form; undefined when no calendar has the date. */
export function wireOf(parts: DateParts): string | undefined {
  if (!isPossible(parts)) return undefined;
  const { year, month, day } = parts;
  const head = year === undefined ? '-' : padded(year, 4);
  const tail = [month, day]
    .filter((part) => part !== undefined)
    .map((part) => `-${padded(part, 2)}`);
  return head + tail.join('');
}

/** The last day that a date may be, in wire form; undefined where its year is not known. */
export function lastDayOf(wire: string): string | undefined {
  const parts: DateParts = partsOf(wire) ?? {};
  const { year, month = 12, day } = parts;
  return year === undefined ? undefined : wireOf({ year, month, day: day ?? daysIn(month, year) });
}

/** Today where the officer is, in wire form. */
export function today(now = new Date()): string {
  return `${padded(now.getFullYear(), 4)}-${padded(now.getMonth() + 1, 2)}-${padded(now.getDate(), 2)}`;
}

/** Whole days from one full date to another; undefined when either is not known to the day. */
export function daysBetween(from: string, to: string): number | undefined {
  const [a, b] = [partsOf(from), partsOf(to)].map((parts) =>
    parts?.year !== undefined && parts.month !== undefined && parts.day !== undefined
      ? Date.UTC(parts.year, parts.month - 1, parts.day)
      : undefined,
  );
  return a === undefined || b === undefined ? undefined : Math.round((b - a) / 86_400_000);
}

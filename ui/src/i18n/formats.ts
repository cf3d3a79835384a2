// How dates, numbers, countries and languages are shown, in the current language.
import { intlTag, t } from './language.svelte';
import { readDate } from './date-reading';
import { daysBetween, lastDayOf, partsOf, today } from './partial-date';

/** Intl's formatters are slow to make and quick to use: one of each is kept. */
const kept = new Map<string, unknown>();

function keep<Formatter>(name: string, make: (tag: string) => Formatter): Formatter {
  const tag = intlTag();
  const key = `${name} ${tag}`;
  let formatter = kept.get(key);
  if (!formatter) {
    formatter = make(tag);
    kept.set(key, formatter);
  }
  return formatter as Formatter;
}

/** A whole or broken number with the language's own separators. */
export function formatNumber(value: number): string {
  return keep('number', (tag) => new Intl.NumberFormat(tag)).format(value);
}

/** "Aigul, Bek and Cheng". */
export function formatList(names: readonly string[]): string {
  return keep('list', (tag) => new Intl.ListFormat(tag)).format(names);
}

/** "1.2 MB". */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const unit = units[step] ?? 'byte';
  const format = keep(
    `bytes ${unit}`,
    (tag) =>
      new Intl.NumberFormat(tag, {
        style: 'unit',
        unit,
        // Bytes have no abbreviation, and "874 byte" is no English.
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: 1,
      }),
  );
  return format.format(bytes / 1000 ** step);
}

/**
 * A date known in part, as far as it is known: "19 Oct 2023", "Oct 2023", "8 Dec (year unknown)".
 * The words are those of the PDF and the command line.
 */
export function formatDate(wire: string | null | undefined): string {
  const parts = wire ? partsOf(wire) : undefined;
  if (!parts) return wire ?? '';
  const { year, month = 0, day = 0 } = parts;
  const known = { year: String(year ?? '').padStart(4, '0'), month, day };
  if (year === undefined) {
    return t(day ? 'date-day-of-unknown-year' : 'date-month-of-unknown-year', known);
  }
  if (month === 0) return t('date-year', known);
  return t(day ? 'date-day' : 'date-month', known);
}

/** A moment of the log, in the officer's own time zone: "19 Oct 2023, 14:05". */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const format = keep(
    'moment',
    (tag) =>
      new Intl.DateTimeFormat(tag === 'en' ? 'en-GB' : tag, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  );
  return format.format(moment);
}

/** "today", "in 3 days", "2 days ago"; farther off in weeks, months, years. */
export function formatDistance(days: number): string {
  const format = keep('distance', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const far = Math.abs(days);
  if (far < 14) return format.format(days, 'day');
  if (far < 60) return format.format(Math.trunc(days / 7), 'week');
  if (far < 730) return format.format(Math.trunc(days / 30.44), 'month');
  return format.format(Math.trunc(days / 365.25), 'year');
}

/** How far a full date lies from today; undefined when it is not known to the day. */
export function daysFromToday(wire: string): number | undefined {
  return daysBetween(today(), wire);
}

/** Whether even the last day that a date may be is over. */
export function isOver(wire: string): boolean {
  const last = lastDayOf(wire);
  return last !== undefined && (daysFromToday(last) ?? 0) < 0;
}

/** The name of a country in the current language; the code itself when it is none. */
export function countryName(code: string): string {
  return nameOf('region', code);
}

/** The name of a language in the current language. */
export function languageName(tag: string): string {
  return nameOf('language', tag);
}

function nameOf(type: 'region' | 'language', code: string): string {
  const names = keep(`names ${type}`, (tag) => new Intl.DisplayNames([tag, 'en'], { type }));
  try {
    return names.of(code) ?? code;
  } catch {
    // A file may bring a code that is none.
    return code;
  }
}

/** Orders words as the current language does. */
export function compareWords(a: string, b: string): number {
  return keep('collator', (tag) => new Intl.Collator(tag, { numeric: true })).compare(a, b);
}

/** The wire form of a date typed in the current language, English or Chinese. */
export function readTypedDate(typed: string, now = new Date()): string | undefined {
  const words = new Map<string, number>();
  for (const [key, days] of [
    ['date-word-yesterday', -1],
    ['date-word-today', 0],
    ['date-word-tomorrow', 1],
  ] as const) {
    for (const word of t(key).split('|')) words.set(word.trim().toLocaleLowerCase(), days);
  }
  return readDate(typed, { languages: [intlTag(), 'en', 'zh-Hans'], words, now });
}

/** How long ago a moment of the log was: "12 minutes ago", "3 days ago". */
export function formatSince(iso: string, now = Date.now()): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  if (Number.isNaN(seconds)) return iso;
  const format = keep('distance', (tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  if (Math.abs(seconds) < 3600) return format.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return format.format(Math.round(seconds / 3600), 'hour');
  return formatDistance(Math.round(seconds / 86_400));
}

/** "Mo", "一": at the head of a calendar's column. */
export function formatWeekdayShort(day: string): string {
  const format = keep('weekday-short', (tag) => {
    const weekday = tag.startsWith('zh') ? 'narrow' : 'short';
    return new Intl.DateTimeFormat(tag, { weekday, timeZone: 'UTC' });
  });
  return format.format(Date.parse(`${day}T00:00Z`));
}

/** "Thursday". */
export function formatWeekday(wire: string): string {
  const format = keep(
    'weekday',
    (tag) => new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }),
  );
  const stamp = Date.parse(`${wire}T00:00Z`);
  return Number.isNaN(stamp) ? '' : format.format(stamp);
}

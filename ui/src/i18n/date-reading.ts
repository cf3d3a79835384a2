// Understands a date as officers type it. What is meant is shown beside the field,
// so a generous reading does no harm. Day comes before month where both would do.
import { daysIn, partsOf, today, wireOf, type DateParts } from './partial-date';

export interface Reading {
  /** The tags whose month names are known besides numbers. */
  languages: readonly string[];
  /** What "today", "tomorrow", "yesterday" are called; each maps to an offset in days. */
  words: ReadonlyMap<string, number>;
  now: Date;
}

const separators = /[\s./,，、年月日号號-]+/;
const chinese = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})[日号號])?$/;
const offset = /^\+\s*(\d{1,4})\s*([dwmy天周週月年])$/i;

/** The wire form of what was typed; undefined when it is not understood. */
export function readDate(typed: string, reading: Reading): string | undefined {
  const text = typed.normalize('NFKC').trim().toLocaleLowerCase();
  if (text === '') return undefined;
  if (partsOf(text)) return text;
  return (
    readWord(text, reading) ??
    readOffset(text, reading) ??
    readChinese(text) ??
    readWords(text, reading)
  );
}

function shifted(now: Date, days: number, months = 0): string {
  const day = new Date(now.getFullYear(), now.getMonth() + months, 1);
  day.setDate(Math.min(now.getDate(), daysIn(day.getMonth() + 1, day.getFullYear())) + days);
  return today(day);
}

function readWord(text: string, { words, now }: Reading): string | undefined {
  const days = words.get(text);
  return days === undefined ? undefined : shifted(now, days);
}

/** "+3d", "+2w", "+6m", "+1y" from today on. */
function readOffset(text: string, { now }: Reading): string | undefined {
  const match = offset.exec(text);
  if (!match) return undefined;
  const count = Number(match[1]);
  switch (match[2]) {
    case 'd':
    case '天':
      return shifted(now, count);
    case 'w':
    case '周':
    case '週':
      return shifted(now, 7 * count);
    case 'm':
    case '月':
      return shifted(now, 0, count);
    default:
      return shifted(now, 0, 12 * count);
  }
}

/** "2023年10月19日", "2023年10月", "10月19日", "11月". */
function readChinese(text: string): string | undefined {
  const match = chinese.exec(text.replace(/\s+/g, ''));
  if (!match || (!match[1] && !match[2])) return undefined;
  const parts: DateParts = {};
  if (match[1]) parts.year = Number(match[1]);
  if (match[2]) parts.month = Number(match[2]);
  if (match[3]) parts.day = Number(match[3]);
  return wireOf(parts);
}

/** Numbers and month names in any usual order. */
function readWords(text: string, reading: Reading): string | undefined {
  const pieces = text.split(separators).filter((piece) => piece !== '');
  const names = monthNames(reading.languages);
  const months = pieces.map((piece) => names.get(piece.replace(/\.$/, '')));
  const named = months.filter((month) => month !== undefined);
  if (named.length > 1 || pieces.length > 3) return undefined;
  const numbers: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (months[at] !== undefined) continue;
    const digits = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(piece)?.[1];
    if (digits === undefined) return undefined;
    numbers.push(digits);
  }
  const month = named[0];
  return month === undefined ? fromNumbers(numbers) : aroundMonth(month, numbers);
}

/** "Oct 2023", "19 Oct 2023", "October 19, 2023", "8 Dec", "Nov". */
function aroundMonth(month: number, numbers: string[]): string | undefined {
  const year = numbers.find((digits) => digits.length === 4);
  const days = numbers.filter((digits) => digits !== year);
  const day = days[0];
  if (days.length > 1 || (day !== undefined && day.length > 2)) return undefined;
  const parts: DateParts = { month };
  if (year !== undefined) parts.year = Number(year);
  if (day !== undefined) parts.day = Number(day);
  return wireOf(parts);
}

/** "2023", "10/2023", "2023/10", "19.10.2023", "10/19/2023", "2023.10.19", "19.10.23". */
function fromNumbers(numbers: string[]): string | undefined {
  const values = numbers.map(Number);
  const [a = 0, b = 0, c = 0] = values;
  const yearFirst = numbers[0]?.length === 4;
  switch (numbers.length) {
    case 1:
      return yearFirst ? wireOf({ year: a }) : undefined;
    case 2:
      if (yearFirst) return wireOf({ year: a, month: b });
      if (numbers[1]?.length === 4) return wireOf({ year: b, month: a });
      return dayAndMonth(a, b);
    case 3:
      if (yearFirst) return wireOf({ year: a, month: b, day: c });
      return dayAndMonth(a, b, century(numbers[2] ?? '', c));
    default:
      return undefined;
  }
}

function dayAndMonth(first: number, second: number, year?: number): string | undefined {
  const known = year === undefined ? {} : { year };
  return (
    wireOf({ ...known, month: second, day: first }) ??
    wireOf({ ...known, month: first, day: second })
  );
}

/** Two digits mean the hundred years from 1970 on. */
function century(digits: string, value: number): number {
  if (digits.length > 2) return value;
  return value < 70 ? 2000 + value : 1900 + value;
}

const knownNames = new Map<string, Map<string, number>>();

/** Long and short month names of the languages, lower case, without a final full stop. */
function monthNames(languages: readonly string[]): Map<string, number> {
  const key = languages.join(' ');
  let names = knownNames.get(key);
  if (!names) {
    names = new Map([['sept', 9]]);
    for (const language of languages) addMonthNames(names, language);
    knownNames.set(key, names);
  }
  return names;
}

function addMonthNames(names: Map<string, number>, language: string): void {
  for (const width of ['long', 'short'] as const) {
    // With a day beside it, a language that declines puts the month in the genitive.
    for (const options of [{ month: width }, { month: width, day: 'numeric' } as const]) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
        const name = parts.find((part) => part.type === 'month')?.value ?? '';
        const plain = name.toLocaleLowerCase(language).replace(/\.$/, '');
        if (!/^\d*$/.test(plain)) names.set(plain, month);
      }
    }
  }
}

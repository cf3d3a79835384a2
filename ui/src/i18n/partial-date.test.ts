import { describe, expect, it } from 'vitest';
import { readDate } from './date-reading';
import { daysBetween, lastDayOf, partsOf, wireOf } from './partial-date';

const words = new Map([
  ['today', 0],
  ['明天', 1],
]);
const now = new Date(2024, 0, 31, 12);
const read = (typed: string) => readDate(typed, { languages: ['en', 'zh-Hans', 'ru'], words, now });

describe('what an officer types becomes a date in wire form', () => {
  it.each([
    ['2023-10-19', '2023-10-19'],
    ['2023-10', '2023-10'],
    ['2023', '2023'],
    ['--12-08', '--12-08'],
    ['--11', '--11'],
    ['10/2023', '2023-10'],
    ['2023/10', '2023-10'],
    ['19/10/2023', '2023-10-19'],
    ['10/19/2023', '2023-10-19'],
    ['05/06/2023', '2023-06-05'],
    ['19.10.2023', '2023-10-19'],
    ['19.10.23', '2023-10-19'],
    ['1.2.71', '1971-02-01'],
    ['2023.10.19', '2023-10-19'],
    ['Oct 2023', '2023-10'],
    ['october 2023', '2023-10'],
    ['19 Oct 2023', '2023-10-19'],
    ['October 19, 2023', '2023-10-19'],
    ['19th of October', undefined],
    ['19th October 2023', '2023-10-19'],
    ['8 Dec', '--12-08'],
    ['Dec 8', '--12-08'],
    ['8/12', '--12-08'],
    ['Nov', '--11'],
    ['Sept. 2020', '2020-09'],
    ['2023年10月19日', '2023-10-19'],
    ['2023年10月', '2023-10'],
    ['2023年', '2023'],
    ['12月8日', '--12-08'],
    ['11月', '--11'],
    ['２０２３年１０月', '2023-10'],
    ['19 октября 2023', '2023-10-19'],
    ['today', '2024-01-31'],
    ['明天', '2024-02-01'],
    ['+3d', '2024-02-03'],
    ['+2w', '2024-02-14'],
    ['+1m', '2024-02-29'],
    ['+1y', '2025-01-31'],
  ])('%s is %s', (typed, wire) => {
    expect(read(typed)).toBe(wire);
  });

  it.each(['', '31.2.2023', '2023-13', '0000', 'next week', '1 2 3 4', '32 Oct 2023', '99'])(
    '%j is no date',
    (typed) => {
      expect(read(typed)).toBeUndefined();
    },
  );
});

describe('the wire form', () => {
  it('knows 29 February without a year, and only in leap years with one', () => {
    expect(partsOf('--02-29')).toEqual({ month: 2, day: 29 });
    expect(partsOf('2024-02-29')).toBeDefined();
    expect(partsOf('2023-02-29')).toBeUndefined();
  });

  it('is the same after taking apart and putting together', () => {
    for (const wire of ['2023-10-19', '2023-10', '0987', '--12-08', '--11']) {
      expect(wireOf(partsOf(wire) ?? {})).toBe(wire);
    }
  });

  it('ends with its last day', () => {
    const ends = ['2023-10-19', '2024-02', '2023', '--12-08', 'no date'].map(lastDayOf);
    expect(ends).toEqual(['2023-10-19', '2024-02-29', '2023-12-31', undefined, undefined]);
  });

  it('counts days only between dates known to the day', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2024-02', '2024-03-01')).toBeUndefined();
  });
});

import { expect, it } from 'vitest';
import { scrolledTo, visibleRange } from './windowing';

const view = { top: 0, height: 340, rowHeight: 34, count: 100_000, spare: 2 };

it('draws what is seen and a few rows more', () => {
  expect(visibleRange(view)).toEqual({ first: 0, last: 12 });
  expect(visibleRange({ ...view, top: 3400 })).toEqual({ first: 98, last: 112 });
});

it('draws nothing beyond either end', () => {
  expect(visibleRange({ ...view, top: 34 * 99_995 })).toEqual({ first: 99_993, last: 99_999 });
  expect(visibleRange({ ...view, count: 0 })).toEqual({ first: 0, last: -1 });
  expect(visibleRange({ ...view, count: 3, top: 5000 })).toEqual({ first: 2, last: 2 });
});

it('scrolls no farther than it must, and from afar to the middle', () => {
  const from = { top: 1000, seen: 340, rowHeight: 34 };
  expect(scrolledTo(1100, from)).toBe(1000);
  expect(scrolledTo(966, from)).toBe(966);
  expect(scrolledTo(1340, from)).toBe(1034);
  expect(scrolledTo(34 * 500, from)).toBe(34 * 500 - 153);
  expect(scrolledTo(68, from)).toBe(0);
});

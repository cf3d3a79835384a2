import { expect, it } from 'vitest';
import { visibleRange } from './windowing';

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

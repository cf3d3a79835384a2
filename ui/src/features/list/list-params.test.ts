import { expect, it } from 'vitest';
import type { FilterTest } from '@/generated/wire';
import { columnsOf, fitting } from './columns';
import { filtersOf, orderOf, withFilter } from './list-params';

it.each<FilterTest>([
  { 'any-of': ['CN', 'PK'] },
  { 'any-of': ['?'] },
  { 'any-of': ['100 %7C', 'either|or', '2023..2024', '*', '光学'] },
  { between: { from: '2023-01-01', to: null } },
  { between: { from: null, to: '2023-12-31' } },
  'known',
  'unknown',
])('the filter %j is the same after it stood in the address', (test) => {
  const params = withFilter({ q: 'x', 'f.kind': 'hospital' }, 'country', test);
  expect(filtersOf(params)).toContainEqual({ field: 'country', test });
  expect(params.q).toBe('x');
  expect(withFilter(params, 'country', null)).toEqual({ q: 'x', 'f.kind': 'hospital' });
});

it('the order is the usual one until another is asked for', () => {
  const usual = { sort: 'start', descending: true };
  expect(orderOf({}, usual)).toEqual(usual);
  expect(orderOf({ sort: 'place' }, usual)).toEqual({ sort: 'place', descending: false });
  expect(orderOf({ sort: '-place' }, usual)).toEqual({ sort: 'place', descending: true });
});

it('columns go by their weight and stay in their order', () => {
  const narrow = fitting(columnsOf.institution, 620).map(({ field }) => field);
  expect(narrow).toEqual(['title', 'kind', 'country']);
  expect(fitting(columnsOf.institution, 10).map(({ field }) => field)).toEqual(['title']);
  expect(fitting(columnsOf.institution, 5000)).toEqual([...columnsOf.institution]);
});

import { expect, it } from 'vitest';
import { filterFieldOf, filterFields, filterLabel, FilterWords } from './filter-words.svelte';

it('filters by what belongs to a record as well as by its fields', () => {
  const names = filterFields('agreement').map(({ name }) => name);
  expect(names[0]).toBe('state');
  expect(names).toContain('kind');
  expect(names).toEqual(expect.arrayContaining(['party', 'topic', 'tag']));
  expect(filterFieldOf('agreement', 'party')).toMatchObject({
    type: 'reference',
    kinds: ['institution'],
  });
  expect(filterFieldOf('agreement', 'topic')).toMatchObject({ type: 'text' });
  expect(filterFieldOf('institution', 'party')).toBeUndefined();
});

it('calls each filter by its field or by its rows', () => {
  const names = ['state', 'kind', 'party', 'topic'].map((name) => filterLabel('agreement', name));
  expect(names).toEqual(['State', 'Kind', 'Party', 'Topic']);
});

it('says a topic as it is', () => {
  const words = new FilterWords('agreement');
  const test = { 'any-of': ['Optics', 'Law'] };
  expect(words.describe({ field: 'topic', test })).toBe('Optics, Law');
});

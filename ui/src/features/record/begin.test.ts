import { expect, it } from 'vitest';
import { givenFields, withoutBeginning } from './begin';

const params = { q: 'osh', 'f.country': 'KG', 'with.about': 'i1', 'row.party.institution': 'i2' };

it('what a new record began with does not stay in the address of the list', () => {
  expect(withoutBeginning(params)).toEqual({ q: 'osh', 'f.country': 'KG' });
});

it('a new record begins with what the address gives it', () => {
  expect(givenFields('follow-up', params)).toEqual({ state: 'open', about: 'i1' });
});

import { expect, it } from 'vitest';
import type { Detail } from '@/generated/wire';
import { detail, row } from '../../../test/rows';
import { comesAlong, differing, takenAtFirst } from './merging';

it('what the duplicate says otherwise can be taken, and is where nothing is known', () => {
  const kept = row('institution', 'i', { name: 'Osh State University', country: 'KG' });
  const duplicate = row('institution', 'i', { name: 'OshSU', country: 'KG', city: 'Osh' });
  expect(differing(kept, duplicate).map(({ name }) => name)).toEqual(['name', 'city']);
  expect(takenAtFirst(kept, duplicate)).toEqual({ name: false, city: true });
});

it('what comes along is counted by kind', () => {
  const contact = row('contact', 'c', { owner: 'i' });
  const one = detail(row('institution', 'i'), [contact, contact]);
  const party = { kind: 'party', field: 'institution', total: 1, rows: [row('party', 'p')] };
  const duplicate: Detail = {
    ...one,
    owned: [...one.owned, { kind: 'document', rows: [] }],
    referring: [party],
  };
  expect(comesAlong(duplicate)).toEqual(['2 Contact details', '1 Party']);
});

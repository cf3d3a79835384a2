import { expect, it } from 'vitest';
import type { Detail, Row } from '@/generated/wire';
import { comesAlong, differing, takenAtFirst } from './merging';

const institution = (fields: Row['fields']): Row => ({
  id: 'i',
  kind: 'institution',
  title: '',
  fields,
  titles: {},
  erased: [],
  conflicts: [],
  deleted: false,
  state: null,
});

it('what the duplicate says otherwise can be taken, and is where nothing is known', () => {
  const kept = institution({ name: 'Osh State University', country: 'KG', city: null });
  const duplicate = institution({ name: 'OshSU', country: 'KG', city: 'Osh', note: null });
  expect(differing(kept, duplicate).map(({ name }) => name)).toEqual(['name', 'city']);
  expect(takenAtFirst(kept, duplicate)).toEqual({ name: false, city: true });
});

it('what comes along is counted by kind', () => {
  const row = institution({});
  const duplicate: Detail = {
    record: row,
    owned: [
      { kind: 'contact', rows: [row, row] },
      { kind: 'document', rows: [] },
    ],
    referring: [{ kind: 'party', field: 'institution', total: 1, rows: [row] }],
    seen: '',
    instead: null,
  };
  expect(comesAlong(duplicate)).toEqual(['2 Contact details', '1 Party']);
});

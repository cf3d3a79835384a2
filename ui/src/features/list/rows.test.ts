// What a line of a list says, in the table and beside an open record.
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { SCHEMA } from '@/generated/schema';
import type { Companion } from '@/generated/wire';
import { mainKinds } from '@/state/kinds';
import { row } from '../../../test/rows';
import { columnsOf, secondLineOf } from './columns';
import CompactRow from './CompactRow.svelte';
import TableRow from './TableRow.svelte';

const companions: Companion[] = [
  { name: 'Osh State University', roles: ['Dean', 'Professor'] },
  { name: '上海理工大学', roles: [] },
];
const asanova = { ...row('person', 'p1', { family: 'Asanova' }), companions };

/** What is read of it, whatever isolates its directions. */
const read = (element: Element) =>
  element.textContent
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('a line of a list', () => {
  afterEach(cleanup);

  it('tells companions in a column and on the second line, of every kind that has them', () => {
    for (const kind of mainKinds) {
      const told = SCHEMA[kind].companions;
      if (told === null) continue;
      expect(columnsOf[kind].map(({ field }) => field)).toContain(told);
      expect(secondLineOf[kind]).toContain(told);
    }
  });

  it('tells where a person works and as what in a cell that has all of it for the pointer', () => {
    const { getAllByRole } = render(TableRow, { record: asanova, columns: columnsOf.person });
    const cell = getAllByRole('gridcell').find((each) => read(each).includes('Osh'));
    expect(cell && read(cell)).toMatch(
      /^Osh State University \(Dean, Professor\) ?· ?上海理工大学$/,
    );
    const whole = cell?.querySelector('[title]')?.getAttribute('title') ?? '';
    expect(whole.split('\n')).toHaveLength(2);
  });

  it('names two of many, says how many there are besides, and takes two of one name', () => {
    const of = (name: string): Companion => ({ name, roles: [] });
    const many = { ...asanova, companions: [of('USST'), of('USST'), of('Osh'), of('Tampere')] };
    const { getAllByRole } = render(TableRow, { record: many, columns: columnsOf.person });
    const cell = getAllByRole('gridcell').find((each) => read(each).includes('USST'));
    expect(cell && read(cell)).toMatch(/^USST ?· ?USST \+2$/);
    expect(cell?.querySelector('[title]')?.getAttribute('title')).toContain('Tampere');
  });

  it('tells it beside an open record, heard as one cell, and nothing where nothing is known', async () => {
    const { getByRole, rerender } = render(CompactRow, { record: asanova, kind: 'person' });
    expect(read(getByRole('gridcell'))).toContain('Osh State University (Dean, Professor)');
    await rerender({ record: { ...asanova, companions: [] }, kind: 'person' });
    expect(getByRole('gridcell').querySelector('.fact')).toBeNull();
  });
});

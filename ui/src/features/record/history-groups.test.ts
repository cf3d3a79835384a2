import { expect, it } from 'vitest';
import { grouped } from './history-groups';

const change = (record: string, kind: string, field: string, after: string | null) => ({
  record,
  kind,
  title: record,
  field,
  before: null,
  withheld: false,
  after,
});

it('changes stand with the record they belong to, in words', () => {
  const groups = grouped(
    [
      change('i1', 'institution', 'kind', 'hospital'),
      change('i1', 'institution', 'country', 'KG'),
      change('n1', 'name', 'owner', 'i1'),
      change('n1', 'name', 'until', '2020-05'),
      change('i1', 'institution', 'deleted', 'true'),
    ],
    'i1',
  );
  expect(groups.map(({ title, lines }) => [title, lines.map((line) => line.after)])).toEqual([
    ['', ['Hospital', 'Kyrgyzstan', 'Yes']],
    ['n1', ['May 2020']],
  ]);
});

it('a deletion that was taken back left a record in use', () => {
  const restored = { ...change('i1', 'institution', 'deleted', null), before: 'true' };
  const [group] = grouped([restored], 'i1');
  expect(group?.lines).toEqual([{ label: 'Deleted', before: null, withheld: false, after: 'No' }]);
});

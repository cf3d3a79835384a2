import { expect, it } from 'vitest';
import { answering } from '../../test/platform';
import { row } from '../../test/rows';
import { titlesFor } from './form-titles';
import { RecordForm } from './form.svelte';

const osh = '018f0000-0000-7000-8000-0000000000a1';
const usst = '018f0000-0000-7000-8000-0000000000a2';

it('what a form refers to is asked for at once, and only what is an id', async () => {
  const asked = answering({
    rows: ({ ids }) => ids.map((id) => row('institution', id, { name: `Called ${id}` })),
  });
  const form = new RecordForm('agreement', null);
  for (const institution of [osh, usst, osh, 'Naryn State', '']) {
    form.addRow('party', form.main, { institution });
  }
  form.addRow('party', form.main, { institution: form.addRelated('institution', { name: 'New' }) });
  await titlesFor(form);
  expect(asked).toEqual([{ cmd: 'rows', args: { ids: [osh, usst] } }]);
  expect(form.rowsOf('party')[1]?.titles[usst]).toBe(`Called ${usst}`);
});

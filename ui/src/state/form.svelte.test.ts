import { describe, expect, it } from 'vitest';
import type { Save } from '@/generated/wire';
import { answering, changedBy, invalid } from '../../test/platform';
import { detail, row } from '../../test/rows';
import { RecordForm } from './form.svelte';

const usst = row('institution', 'i1', { name: 'USST', city: 'Shanghai' });
const mail = row('contact', 'c1', { owner: 'i1', medium: 'email', value: 'a@example.org' });

function savedBy(asked: { cmd: string; args: unknown }[]): Save {
  return asked.find(({ cmd }) => cmd === 'save')?.args as Save;
}

describe('a save', () => {
  it('sends only what was changed', async () => {
    const asked = answering({ save: () => changedBy(['i1']), status: () => ({}) });
    const form = new RecordForm('institution', detail(usst, [mail]));
    form.set(form.main, 'city', '');
    await form.save();
    expect(savedBy(asked)).toEqual({
      drafts: [{ id: 'i1', kind: 'institution', fields: { city: null } }],
      delete: [],
      seen: '1.0',
      kept_as: null,
    });
    expect(form.dirty).toBe(false);
  });

  it('takes a new record with its new rows, each naming its owner by its place', async () => {
    const asked = answering({ save: () => changedBy(['a', 'p', 's']), status: () => ({}) });
    const form = new RecordForm('agreement', null);
    form.set(form.main, 'title', 'Exchange');
    const party = form.addRow('party');
    form.set(party, 'institution', 'i1');
    const signer = form.addRow('signatory', party);
    form.set(signer, 'name-at-signing', 'Li Wei');
    form.addRow('topic');
    await form.save();
    expect(savedBy(asked).drafts).toEqual([
      { id: null, kind: 'agreement', fields: { title: 'Exchange' } },
      { id: null, kind: 'party', fields: { agreement: '#0', institution: 'i1' } },
      { id: null, kind: 'signatory', fields: { party: '#1', 'name-at-signing': 'Li Wei' } },
    ]);
    expect([form.main.id, party.id, signer.id]).toEqual(['a', 'p', 's']);
  });

  it('deletes rows that were taken out, and new ones leave no trace', async () => {
    const asked = answering({ save: () => changedBy([]), status: () => ({}) });
    const form = new RecordForm('institution', detail(usst, [mail]));
    form.removeRow(form.rowsOf('contact')[0]!);
    form.removeRow(form.addRow('contact'));
    await form.save();
    expect(savedBy(asked)).toMatchObject({ drafts: [], delete: ['c1'] });
  });

  it('puts a row back when its removal is undone', () => {
    const form = new RecordForm('institution', detail(usst, [mail]));
    const putBack = form.removeRow(form.rowsOf('contact')[0]!);
    expect(form.dirty).toBe(true);
    putBack();
    expect(form.dirty).toBe(false);
    expect(form.rowsOf('contact')).toHaveLength(1);
  });

  it('puts back what was removed and nothing else', () => {
    const form = new RecordForm('institution', detail(usst, [mail]));
    const putBack = form.removeRow(form.rowsOf('contact')[0]!);
    const phone = form.addRow('contact');
    form.set(phone, 'value', '+86');
    putBack();
    putBack();
    expect(form.rowsOf('contact').map((row) => row.values.value)).toEqual(['a@example.org', '+86']);
  });

  it('leaves a removed row alone that has been saved as removed', async () => {
    answering({ save: () => changedBy([]), get: () => [detail(usst)], status: () => ({}) });
    const form = new RecordForm('institution', detail(usst, [mail]));
    const putBack = form.removeRow(form.rowsOf('contact')[0]!);
    await form.save();
    putBack();
    expect(form.rowsOf('contact')).toEqual([]);
  });

  it('is not done twice, and leaves what is typed meanwhile unsaved', async () => {
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    const saved = row('institution', 'i1', { name: 'USST', city: 'Pudong' });
    const asked = answering({
      save: async () => {
        await slow;
        return changedBy(['i1']);
      },
      get: () => [detail(saved, [mail], '2.0')],
      status: () => ({}),
    });
    const form = new RecordForm('institution', detail(usst, [mail]));
    form.set(form.main, 'city', ' Pudong ');
    const saving = form.save();
    expect(await form.save()).toBeNull();
    form.set(form.main, 'name', 'USST Shanghai');
    const phone = form.addRow('contact');
    form.set(phone, 'value', '+86');
    answer();
    await saving;
    expect(asked.filter(({ cmd }) => cmd === 'save')).toHaveLength(1);
    expect(form.main.changedFields).toEqual(['name']);
    expect(form.main.values).toMatchObject({ name: 'USST Shanghai', city: 'Pudong' });
    expect(form.rowsOf('contact').map((row) => row.values.value)).toEqual(['a@example.org', '+86']);
    expect(form.newsCount).toBe(0);
    expect(form.seen).toBe('2.0');
  });

  it('goes on with a new record as with one that is there', async () => {
    let typeOn: () => void = () => undefined;
    const made = row('tag', 't1', { name: 'One' });
    const asked = answering({
      save: () => {
        typeOn();
        return changedBy(['t1']);
      },
      get: () => [detail(made, [], '2.0')],
      status: () => ({}),
    });
    const form = new RecordForm('tag', null);
    form.set(form.main, 'name', 'One');
    typeOn = () => form.set(form.main, 'name', 'One and more');
    await form.save();
    typeOn = () => undefined;
    await form.save();
    const saves = asked.filter(({ cmd }) => cmd === 'save').map(({ args }) => args as Save);
    expect(saves.map(({ drafts }) => drafts[0]?.id)).toEqual([null, 't1']);
    expect(saves.map(({ seen }) => seen)).toEqual([null, '2.0']);
  });

  it('makes a record on the way only while a field refers to it', async () => {
    const asked = answering({ save: () => changedBy(['i1', 'i9']), status: () => ({}) });
    const form = new RecordForm('institution', detail(usst));
    form.set(form.main, 'part-of', form.addRelated('institution', { name: 'Unwanted' }));
    form.set(form.main, 'part-of', form.addRelated('institution', { name: 'Ministry' }));
    await form.save();
    expect(savedBy(asked).drafts).toEqual([
      { id: 'i1', kind: 'institution', fields: { 'part-of': '#1' } },
      { id: null, kind: 'institution', fields: { name: 'Ministry' } },
    ]);
    expect(form.main.values['part-of']).toBe('i9');
  });

  it('sends whole numbers as numbers, and what is none as it was typed', async () => {
    const asked = answering({ save: () => changedBy(['a']), status: () => ({}) });
    const form = new RecordForm('agreement', null);
    form.set(form.main, 'term-months', '60');
    form.set(form.main, 'notice-days', 'many');
    await form.save();
    expect(savedBy(asked).drafts[0]?.fields).toEqual({ 'term-months': 60, 'notice-days': 'many' });
  });
});

describe('a save that is refused', () => {
  it('loses nothing and puts each problem to its field', async () => {
    answering({
      save: () => {
        throw invalid(
          { record: 0, field: 'name', message: 'Empty.' },
          { record: 1, field: 'value', message: 'No @.' },
        );
      },
    });
    const form = new RecordForm('institution', null);
    form.set(form.main, 'city', 'Shanghai');
    const contact = form.addRow('contact');
    form.set(contact, 'value', 'nobody');
    expect(await form.save()).toBeNull();
    expect(form.problem(form.main, 'name')).toBe('Empty.');
    expect(form.problem(contact, 'value')).toBe('No @.');
    expect(form.main.values.city).toBe('Shanghai');
    expect(form.failure).toBeNull();
    form.set(contact, 'value', 'a@example.org');
    expect(form.problem(contact, 'value')).toBeUndefined();
  });

  it('tells what no field can show', async () => {
    answering({
      save: () => {
        throw invalid({ record: null, field: 'nowhere', message: 'Too many.' });
      },
    });
    const form = new RecordForm('tag', null);
    await form.save();
    expect(form.failure?.hint).toBe('Too many.');
  });
});

it('a new record that only begins with given values is not yet an unsaved draft', () => {
  const form = new RecordForm('follow-up', null, { state: 'open' });
  expect(form.dirty).toBe(false);
  form.set(form.main, 'title', 'Write');
  expect(form.dirty).toBe(true);
});

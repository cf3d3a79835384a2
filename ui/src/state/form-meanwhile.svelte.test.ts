import { describe, expect, it, vi } from 'vitest';
import { answering } from '../../test/platform';
import { detail, row } from '../../test/rows';
import { keptForm } from './form-keeping';
import { RecordForm, type FormRow } from './form.svelte';

const usst = row('institution', 'i1', { name: 'USST', city: 'Shanghai' });
const mail = row('contact', 'c1', { owner: 'i1', medium: 'email', value: 'a@example.org' });

describe('what changes outside while one types', () => {
  const history = () => ({
    entries: [
      {
        author: 'Aigul',
        here: false,
        changes: [
          { record: 'i1', field: 'city' },
          { record: 'p1', field: 'deleted' },
        ],
      },
    ],
    total: 1,
  });

  it('is taken over, but never over something typed, beside which it is told', async () => {
    answering({ history });
    const form = new RecordForm('institution', detail(usst, [mail]));
    form.set(form.main, 'city', 'Yangpu');
    const news = row('institution', 'i1', { name: 'USST Shanghai', city: 'Pudong' });
    const phone = row('contact', 'c2', { owner: 'i1', medium: 'phone', value: '+86' });
    form.rebase(detail(news, [phone], '5.2'));
    expect(form.main.values).toMatchObject({ name: 'USST Shanghai', city: 'Yangpu' });
    expect(form.rowsOf('contact').map((contact) => contact.id)).toEqual(['c2']);
    expect(form.main.newsFields).toEqual(['city']);
    expect(form.main.news('city')).toBe('Pudong');
    expect(form.seen).toBe('5.2');
    await vi.waitFor(() => {
      expect(form.teller(form.main, 'city')).toEqual({ name: 'Aigul', here: false });
    });
    form.main.takeNews('city');
    expect([form.main.values.city, form.newsCount, form.dirty]).toEqual(['Pudong', 0, false]);
  });

  it('has its history asked for once, however often one comes back to the form', async () => {
    const asked = answering({ history });
    const form = new RecordForm('institution', detail(usst));
    form.set(form.main, 'city', 'Yangpu');
    const news = row('institution', 'i1', { name: 'USST', city: 'Pudong' });
    const comeBack = async (seen: string) => {
      form.rebase(detail(news, [], seen));
      await vi.waitFor(() => expect(form.teller(form.main, 'city')).toBeDefined());
      return asked.length;
    };
    expect([await comeBack('5.2'), await comeBack('5.2'), await comeBack('6.1')]).toEqual([
      1, 1, 2,
    ]);
  });

  it('is no news where the same was typed', () => {
    const form = new RecordForm('institution', detail(usst));
    form.set(form.main, 'city', 'Pudong');
    form.rebase(detail(row('institution', 'i1', { name: 'USST', city: 'Pudong' })));
    expect([form.newsCount, form.dirty]).toEqual([0, false]);
  });

  it('does not take away a row that something was typed into, or into what belongs to it', async () => {
    answering({ history });
    const agreement = row('agreement', 'a1', { title: 'Exchange' });
    const party = row('party', 'p1', { agreement: 'a1', institution: 'i1' });
    const other = row('party', 'p2', { agreement: 'a1', institution: 'i2' });
    const form = new RecordForm('agreement', detail(agreement, [party, other]));
    const [first, second] = form.rowsOf('party') as [FormRow, FormRow];
    const signer = form.addRow('signatory', first);
    form.set(signer, 'name-at-signing', 'Li Wei');
    form.addRow('signatory', second);
    form.rebase(detail(agreement));
    expect(form.rows).toEqual([first, signer]);
    expect([first.gone, form.newsCount]).toEqual([true, 1]);
    await vi.waitFor(() => expect(form.teller(first, 'deleted')?.name).toBe('Aigul'));
  });

  it('brings back a row that was taken out here and changed there', () => {
    answering({ history });
    const form = new RecordForm('institution', detail(usst, [mail]));
    form.removeRow(form.rowsOf('contact')[0]!);
    form.rebase(detail(usst, [mail]));
    expect(form.rowsOf('contact')).toEqual([]);
    form.rebase(detail(usst, [{ ...mail, fields: { ...mail.fields, value: 'b@example.org' } }]));
    const [back] = form.rowsOf('contact');
    expect([back?.returned, back?.values.value]).toEqual([true, 'b@example.org']);
    expect(form.removed).toEqual([]);
  });

  it('brings back a row that something was added to there', () => {
    answering({ history });
    const agreement = row('agreement', 'a1', { title: 'Exchange' });
    const party = row('party', 'p1', { agreement: 'a1', institution: 'i1' });
    const signer = row('signatory', 's1', { party: 'p1', 'name-at-signing': 'Li Wei' });
    const form = new RecordForm('agreement', detail(agreement, [party]));
    form.removeRow(form.rowsOf('party')[0]!);
    form.rebase(detail(agreement, [party, signer]));
    expect(form.rows.map((row) => row.id)).toEqual(['p1', 's1']);
  });

  it('says so of the whole record in the trash', () => {
    answering({ history });
    const form = new RecordForm('institution', detail(usst));
    form.set(form.main, 'city', 'Yangpu');
    form.rebase(detail({ ...usst, deleted: true }));
    expect([form.main.gone, form.newsCount]).toEqual([true, 1]);
  });
});

/** Whatever is typed, and whatever happens elsewhere: a reload takes none of it away. */
it('nothing typed is dropped by a reload', () => {
  answering({ history: () => ({ entries: [], total: 0 }) });
  for (let story = 1; story <= 300; story++) {
    const pick = chance(story);
    const parties = ['p1', 'p2'].map((id) => row('party', id, { agreement: 'a1' }));
    const signers = ['s1', 's2'].map((id) => row('signatory', id, { party: 'p1' }));
    const agreement = row('agreement', 'a1', { title: 'Exchange' });
    const form = new RecordForm('agreement', detail(agreement, [...parties, ...signers]));
    const typed = new Map<FormRow, string>();
    for (let turn = 0; turn < 12; turn++) {
      const text = `typed ${turn}`;
      const { rows } = form;
      const some = rows[pick(rows.length)];
      const deed = pick(5);
      if (deed === 0 && some) {
        form.set(some, some.kind === 'party' ? 'signed' : 'name-at-signing', text);
        typed.set(some, text);
      } else if (deed === 1) {
        const owner = pick(2) === 0 ? form.main : form.rowsOf('party')[0];
        const added = form.addRow(owner === form.main ? 'party' : 'signatory', owner);
        form.set(added, added.kind === 'party' ? 'signed' : 'name-at-signing', text);
        typed.set(added, text);
      } else if (deed === 2 && some) {
        for (const gone of [some, ...rows.filter((other) => other.owner === some)]) {
          typed.delete(gone);
        }
        form.removeRow(some);
      } else {
        const left = [...parties, ...signers].filter(() => pick(3) > 0);
        const changed = left.map((one) => ({ ...one, fields: { ...one.fields, signed: text } }));
        form.rebase(detail({ ...agreement, deleted: pick(9) === 0 }, pick(2) ? left : changed));
      }
      for (const [one, was] of typed) {
        const reached = one.owner === form.main || (one.owner && form.rows.includes(one.owner));
        expect(form.rows.includes(one) && reached, `story ${story}, turn ${turn}`).toBe(true);
        expect(Object.values(one.values)).toContain(was);
      }
    }
  }
});

/** Numbers below a limit, the same for the same seed. */
function chance(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % Math.max(1, limit);
  };
}

describe('a form that was kept', () => {
  it('takes out again what was taken out, unless it was changed since', () => {
    answering({ history: () => ({ entries: [], total: 0 }) });
    const form = new RecordForm('institution', detail(usst, [mail]));
    form.removeRow(form.rowsOf('contact')[0]!);
    const kept = JSON.parse(JSON.stringify(keptForm(form, { key: 'k', beginning: {} })));
    expect(RecordForm.resumed(kept, detail(usst, [mail])).removed).toHaveLength(1);
    const now = { ...mail, fields: { ...mail.fields, language: 'en', label: 'office' } };
    const changed = RecordForm.resumed(kept, detail(usst, [now]));
    expect([changed.removed.length, changed.rowsOf('contact')[0]?.returned]).toEqual([0, true]);
  });

  it('tells again what was told before', () => {
    answering({ history: () => ({ entries: [], total: 0 }) });
    const form = new RecordForm('institution', detail(usst));
    form.set(form.main, 'city', 'Yangpu');
    const news = detail(row('institution', 'i1', { name: 'USST', city: 'Pudong' }), [], '2.0');
    form.rebase(news);
    const kept = keptForm(form, { key: 'k', beginning: {} });
    expect(RecordForm.resumed(kept, news).main.news('city')).toBe('Pudong');
  });

  it('holds no more of a record than what was typed', () => {
    const named = { ...usst, titles: { i9: 'Ministry of Science' } };
    const form = new RecordForm('institution', detail(named, [mail]));
    form.set(form.main, 'part-of', 'i9');
    const { rows, removed } = keptForm(form, { key: 'k', beginning: {} });
    expect(rows.map(({ fields }) => fields)).toEqual([{ 'part-of': { typed: 'i9', before: '' } }]);
    expect(removed).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain('Ministry');
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptForm, Status } from '@/generated/wire';
import { answering, changedBy, invalid, type Asked } from '../../test/platform';
import { detail, row } from '../../test/rows';
import { drafts } from './drafts.svelte';
import type { RecordForm } from './form.svelte';
import { session } from './session.svelte';

const usst = detail(row('institution', 'i1', { name: 'USST' }));

describe('what is typed', () => {
  let stop: () => void = () => undefined;

  /** The workspace's own list of kept forms, behind the interface. */
  function workspaceWith(kept: KeptForm[], answers: Parameters<typeof answering>[0] = {}): Asked[] {
    return answering({
      kept_forms: () => kept.map((form) => ({ at: '2026-11-24T12:00:00Z', form })),
      keep_form: (form) => {
        const others = kept.filter(({ key }) => key !== form.key);
        kept.splice(0, kept.length, ...others, structuredClone(form));
        return { kept: true };
      },
      forget_form: ({ key }) => {
        const others = kept.filter((form) => form.key !== key);
        kept.splice(0, kept.length, ...others);
        return {};
      },
      rows: () => [],
      get: () => [usst],
      status: () => session.status,
      ...answers,
    });
  }

  /** Another run of the program, which finds what this one left. */
  async function startAgain(
    form: RecordForm,
    kept: readonly KeptForm[],
    answers: Parameters<typeof answering>[0] = {},
  ): Promise<Asked[]> {
    // With another key, since what this run dropped is forgotten under its own.
    const left = kept.map((one) => ({ ...structuredClone(one), key: `${one.key}-again` }));
    stop();
    drafts.drop(form);
    vi.restoreAllMocks();
    const asked = workspaceWith(left, answers);
    stop = drafts.attend();
    await vi.advanceTimersByTimeAsync(10);
    return asked;
  }

  beforeEach(() => {
    session.status = { workspace: { path: '/a.entente-workspace' } } as Status;
    vi.useFakeTimers();
  });

  afterEach(async () => {
    for (const draft of drafts.unsaved) drafts.drop(draft.form);
    await vi.advanceTimersByTimeAsync(10_000);
    stop();
    vi.useRealTimers();
  });

  it('is kept a moment after the last key, and while keys keep coming', async () => {
    const kept: KeptForm[] = [];
    const asked = workspaceWith(kept);
    stop = drafts.attend();
    const form = drafts.edit('institution', usst);
    form.set(form.main, 'city', 'S');
    await vi.advanceTimersByTimeAsync(600);
    expect(kept[0]?.rows[0]?.fields).toEqual({ city: { typed: 'S', before: '' } });
    expect(drafts.wouldLose).toBe(false);
    for (let key = 0; key < 20; key++) {
      form.set(form.main, 'city', `Shanghai ${key}`);
      await vi.advanceTimersByTimeAsync(200);
    }
    const times = asked.filter(({ cmd }) => cmd === 'keep_form').length;
    expect(times).toBeGreaterThan(1);
    expect(times).toBeLessThan(5);
    await vi.advanceTimersByTimeAsync(600);
    expect(kept[0]?.rows[0]?.fields.city?.typed).toBe('Shanghai 19');
  });

  it('is forgotten when it is discarded, saved, or typed away again', async () => {
    const kept: KeptForm[] = [];
    const asked = workspaceWith(kept, { save: () => changedBy(['i1']) });
    stop = drafts.attend();
    const form = drafts.edit('institution', usst);
    form.set(form.main, 'city', 'Shanghai');
    await vi.advanceTimersByTimeAsync(600);
    form.set(form.main, 'city', '');
    await vi.advanceTimersByTimeAsync(600);
    expect(kept).toEqual([]);
    form.set(form.main, 'city', 'Shanghai');
    await vi.advanceTimersByTimeAsync(600);
    expect(kept).toHaveLength(1);
    const key = kept[0]?.key;
    await drafts.save(form);
    const save = asked.find(({ cmd }) => cmd === 'save');
    expect(save?.args).toMatchObject({ kept_as: key, seen: '1.0' });
    await vi.advanceTimersByTimeAsync(600);
    expect(kept).toEqual([]);
  });

  it('is there again after the program was started anew', async () => {
    const kept: KeptForm[] = [];
    workspaceWith(kept);
    stop = drafts.attend();
    const form = drafts.create('agreement', {}, { 'with.signed-at': 'e1' }).form;
    form.set(form.main, 'title', 'Exchange');
    const party = form.addRow('party');
    form.set(party, 'institution', form.addRelated('institution', { name: 'Ministry' }));
    form.set(form.addRow('signatory', party), 'name-at-signing', 'Li Wei');
    await vi.advanceTimersByTimeAsync(600);
    await startAgain(form, kept);
    const [found] = drafts.found;
    expect(found?.title).toBe('Exchange');
    expect(found?.beginning).toEqual({ 'with.signed-at': 'e1' });
    const there = found?.form;
    const [party2] = there?.rowsOf('party') ?? [];
    expect(there?.related(party2?.values.institution)?.values.name).toBe('Ministry');
    expect(there?.rowsOf('signatory', party2)[0]?.values['name-at-signing']).toBe('Li Wei');
  });

  it('and only found again keeps the time at which it was left', async () => {
    const kept: KeptForm[] = [];
    workspaceWith(kept);
    stop = drafts.attend();
    const form = drafts.edit('institution', usst);
    form.set(form.main, 'city', 'Shanghai');
    await vi.advanceTimersByTimeAsync(600);
    const asked = await startAgain(form, kept);
    await vi.advanceTimersByTimeAsync(10_000);
    const writes = () => asked.filter(({ cmd }) => cmd === 'keep_form').length;
    expect([drafts.found.length, writes(), drafts.wouldLose]).toEqual([1, 0, false]);
    const there = drafts.found[0]!.form;
    there.set(there.main, 'city', 'Shanghai!');
    await vi.advanceTimersByTimeAsync(600);
    expect(writes()).toBe(1);
  });

  it('and was changed by a colleague meanwhile, is told so when it is found', async () => {
    const kept: KeptForm[] = [];
    workspaceWith(kept);
    stop = drafts.attend();
    const form = drafts.edit('institution', usst);
    form.set(form.main, 'name', 'USST Shanghai');
    await vi.advanceTimersByTimeAsync(600);
    const news = detail(row('institution', 'i1', { name: 'USST!' }), [], '9.1');
    const entry = { author: 'Aigul', here: false, at: '', device: '', action: 'save' };
    const changes = [{ record: 'i1', field: 'name' }];
    await startAgain(form, kept, {
      get: () => [news],
      history: () => ({ entries: [{ ...entry, changes }], total: 1 }),
    });
    const there = drafts.found[0]?.form;
    expect(there?.main.values.name).toBe('USST Shanghai');
    expect(there?.main.news('name')).toBe('USST!');
    expect(there?.seen).toBe('9.1');
    expect(there?.teller(there.main, 'name')).toEqual({ name: 'Aigul', here: false });
  });

  it('into a row that was taken out elsewhere, is there again with the rest of the row', async () => {
    const kept: KeptForm[] = [];
    const mail = row('contact', 'c1', { owner: 'i1', medium: 'email', value: 'a@example.org' });
    workspaceWith(kept);
    stop = drafts.attend();
    const form = drafts.edit('institution', detail(usst.record, [mail]));
    form.set(form.rowsOf('contact')[0]!, 'value', 'b@example.org');
    await vi.advanceTimersByTimeAsync(600);
    await startAgain(form, kept, {
      rows: () => [{ ...mail, deleted: true }],
      history: () => ({ entries: [], total: 0 }),
    });
    const [gone] = drafts.found[0]?.form.rowsOf('contact') ?? [];
    expect(gone?.gone).toBe(true);
    expect(gone?.values).toMatchObject({ medium: 'email', value: 'b@example.org' });
  });

  it('goes with what it was about when that is erased', async () => {
    const asked = workspaceWith([], { keep_form: () => ({ kept: false }) });
    stop = drafts.attend();
    const form = drafts.edit('institution', usst);
    form.set(form.main, 'city', 'Shanghai');
    await vi.advanceTimersByTimeAsync(600);
    expect(asked.some(({ cmd }) => cmd === 'keep_form')).toBe(true);
    expect(drafts.has(form)).toBe(false);
  });

  it('and cannot be kept, would be lost with the window', async () => {
    workspaceWith([], {
      keep_form: () => {
        throw invalid();
      },
    });
    stop = drafts.attend();
    const form = drafts.edit('institution', usst);
    form.set(form.main, 'city', 'Shanghai');
    await drafts.keepNow();
    expect(drafts.wouldLose).toBe(true);
  });
});

import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import type { KeptForm, Status } from '@/generated/wire';
import { answering, changedBy, invalid, type Asked } from '../../test/platform';
import { detail, row } from '../../test/rows';
import { drafts } from './drafts.svelte';
import { session } from './session.svelte';

function open(path: string) {
  session.status = { workspace: { path } } as Status;
}

const usst = detail(row('institution', 'i1', { name: 'USST' }));

beforeEach(() => open('/a.entente-workspace'));

it('a form that one comes back to has what was typed, and what is new besides', () => {
  const form = drafts.edit('institution', usst);
  form.set(form.main, 'city', 'Shanghai');
  const again = drafts.edit('institution', detail(row('institution', 'i1', { name: 'USST!' })));
  expect(again).toBe(form);
  expect(again.main.values).toMatchObject({ name: 'USST!', city: 'Shanghai' });
  expect(drafts.isUnsaved('institution', 'i1')).toBe(true);
  drafts.drop(form);
  expect(drafts.unsaved).toEqual([]);
});

it('a new record that was begun is gone on with, an untouched one begins anew', () => {
  const { form: untouched } = drafts.create('event', {});
  const { form: begun, isNew } = drafts.create('event', { title: 'Visit' });
  expect(begun).not.toBe(untouched);
  expect(isNew).toBe(true);
  begun.set(begun.main, 'place', 'Bishkek');
  expect(drafts.create('event', {})).toEqual({ form: begun, isNew: false });
  drafts.drop(begun);
});

it('a new record begun about one thing is not the one begun about another', () => {
  const aboutY = drafts.create('follow-up', { about: 'y' }, { 'with.about': 'y' }).form;
  aboutY.set(aboutY.main, 'title', 'Write to Y');
  const aboutX = drafts.create('follow-up', { about: 'x' }, { 'with.about': 'x' }).form;
  expect(aboutX).not.toBe(aboutY);
  expect(aboutX.main.values).toMatchObject({ about: 'x', title: '' });
  aboutX.set(aboutX.main, 'title', 'Write to X');
  expect(drafts.create('follow-up', {}, { 'with.about': 'y' }).form).toBe(aboutY);
  expect(drafts.create('follow-up', {}, { 'with.about': 'x' }).form).toBe(aboutX);
  expect(drafts.unsaved.map((draft) => draft.title)).toEqual(['Write to Y', 'Write to X']);
  drafts.drop(aboutX);
  drafts.drop(aboutY);
});

it('drafts wait in their own workspace', () => {
  const form = drafts.edit('institution', usst);
  form.set(form.main, 'city', 'Shanghai');
  open('/b.entente-workspace');
  expect(drafts.unsaved).toEqual([]);
  expect(drafts.edit('institution', usst)).not.toBe(form);
  open('/a.entente-workspace');
  expect(drafts.unsaved.map((draft) => draft.form)).toEqual([form]);
  drafts.drop(form);
});

it('what was discarded comes back as it was, beside what was begun since', () => {
  const { form } = drafts.create('event', {});
  form.set(form.main, 'title', 'Visit');
  const putBack = drafts.discard(form);
  expect(drafts.unsaved).toEqual([]);
  const { form: other } = drafts.create('event', {});
  other.set(other.main, 'title', 'Meeting');
  putBack();
  putBack();
  expect(drafts.unsaved.map((draft) => draft.title)).toEqual(['Meeting', 'Visit']);
  for (const draft of drafts.unsaved) {
    const key = draft.place.params?.draft;
    expect(drafts.create('event', {}, {}, key).form).toBe(draft.form);
  }
  drafts.drop(form);
  drafts.drop(other);
});

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

  beforeEach(() => vi.useFakeTimers());

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
    const left = structuredClone(kept);
    stop();
    drafts.drop(form);
    // Another run of the program finds what this one left.
    vi.restoreAllMocks();
    const again = left.map((one) => ({ ...one, key: `${one.key}-again` }));
    workspaceWith(again);
    stop = drafts.attend();
    await vi.advanceTimersByTimeAsync(10);
    const [found] = drafts.found;
    expect(found?.title).toBe('Exchange');
    expect(found?.beginning).toEqual({ 'with.signed-at': 'e1' });
    const there = found?.form;
    const [party2] = there?.rowsOf('party') ?? [];
    expect(there?.related(party2?.values.institution)?.values.name).toBe('Ministry');
    expect(there?.rowsOf('signatory', party2)[0]?.values['name-at-signing']).toBe('Li Wei');
  });

  it('and was changed by a colleague meanwhile, is told so when it is found', async () => {
    const kept: KeptForm[] = [];
    workspaceWith(kept);
    stop = drafts.attend();
    const form = drafts.edit('institution', usst);
    form.set(form.main, 'name', 'USST Shanghai');
    await vi.advanceTimersByTimeAsync(600);
    const left = kept.map((one) => ({ ...structuredClone(one), key: `${one.key}-again` }));
    stop();
    drafts.drop(form);
    vi.restoreAllMocks();
    const news = detail(row('institution', 'i1', { name: 'USST!' }), [], '9.1');
    const entry = { author: 'Aigul', here: false, at: '', device: '', action: 'save' };
    const changes = [{ record: 'i1', field: 'name' }];
    workspaceWith(left, {
      get: () => [news],
      history: () => ({ entries: [{ ...entry, changes }], total: 1 }),
    });
    stop = drafts.attend();
    await vi.advanceTimersByTimeAsync(10);
    const there = drafts.found[0]?.form;
    expect(there?.main.values.name).toBe('USST Shanghai');
    expect(there?.main.news('name')).toBe('USST!');
    expect(there?.seen).toBe('9.1');
    expect(there?.teller(there.main, 'name')).toEqual({ name: 'Aigul', here: false });
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

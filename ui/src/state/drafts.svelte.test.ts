import { beforeEach, expect, it } from 'vitest';
import type { Status } from '@/generated/wire';
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

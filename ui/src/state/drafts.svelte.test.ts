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
  const untouched = drafts.create('event', {});
  const begun = drafts.create('event', { title: 'Visit' });
  expect(begun).not.toBe(untouched);
  begun.set(begun.main, 'place', 'Bishkek');
  expect(drafts.create('event', {})).toBe(begun);
  drafts.drop(begun);
});

it('drafts wait in their own workspace', () => {
  const form = drafts.edit('institution', usst);
  form.set(form.main, 'city', 'Shanghai');
  open('/b.entente-workspace');
  expect(drafts.unsaved).toEqual([]);
  expect(drafts.unsavedAnywhere).toBe(true);
  expect(drafts.edit('institution', usst)).not.toBe(form);
  open('/a.entente-workspace');
  expect(drafts.unsaved.map((draft) => draft.form)).toEqual([form]);
  drafts.drop(form);
});

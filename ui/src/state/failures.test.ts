import { beforeEach, expect, it } from 'vitest';
import type { ErrorKind, Status } from '@/generated/wire';
import { WireFailure } from '@/platform';
import { answering } from '../../test/platform';
import { answer } from './failures';
import { router } from './router.svelte';
import { session } from './session.svelte';
import { toasts } from './toasts.svelte';

function failing(kind: ErrorKind) {
  return new WireFailure({ kind, message: `It is ${kind}.`, hint: 'Do this.', fields: [] });
}

const said = () => toasts.lines.map((line) => line.message);

beforeEach(() => {
  for (const line of toasts.lines) toasts.close(line.id);
  session.status = {
    workspace: { path: '/a' },
    preferences: { language: 'en', theme: 'system' },
  } as Status;
  session.failed = null;
});

it('a record that is not here leads back to its list', () => {
  router.go({ view: 'person', id: 'p1' });
  answer(failing('not-found'));
  expect(router.route).toMatchObject({ view: 'person', id: null });
  expect(said()).toEqual(['It is not-found.']);
});

it('a lost workspace leads to the first page', () => {
  answer(failing('no-workspace'));
  expect(session.workspace).toBeNull();
});

it.each(['damaged', 'locked'] as const)(
  'a workspace that is %s leads to the recovery page',
  (kind) => {
    answer(failing(kind));
    expect(session.failed).toMatchObject({ path: '/a', error: { kind } });
  },
);

it('what the officer stopped is no error', () => {
  answer(failing('cancelled'));
  expect(toasts.lines[0]?.tone).toBe('plain');
});

it('whatever else is thrown is told as a defect, and stays until it is closed', () => {
  answer(new TypeError('x is undefined'));
  expect(toasts.lines[0]).toMatchObject({ message: 'x is undefined', tone: 'bad' });
});

it('a workspace that would not open is kept for the recovery page', async () => {
  answering({
    open_workspace: () => {
      throw failing('damaged');
    },
  });
  expect(await session.open('/broken')).toBe(false);
  expect(session.failed).toMatchObject({ path: '/broken' });
});

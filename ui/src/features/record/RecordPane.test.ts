import { cleanup, render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Status } from '@/generated/wire';
import { drafts } from '@/state/drafts.svelte';
import { router } from '@/state/router.svelte';
import { session } from '@/state/session.svelte';
import { answering } from '../../../test/platform';
import { detail, row } from '../../../test/rows';
import RecordPane from './RecordPane.svelte';

describe('a form beside the list', () => {
  let stop: () => void = () => undefined;

  beforeEach(async () => {
    session.status = { workspace: { path: '/a.entente-workspace' } } as Status;
    answering({ kept_forms: () => [], get: () => [detail(row('tag', 't1', { name: 'One' }))] });
    stop = drafts.attend();
    await vi.waitFor(() => expect(drafts.loaded).toBe(true));
  });

  afterEach(() => {
    cleanup();
    stop();
    router.go({ view: 'home' });
  });

  async function filterBy(q: string) {
    router.change({ params: { ...router.route.params, q } }, { replace: true });
    await tick();
  }

  it('stays the same, though untouched, while the list is filtered', async () => {
    router.go({ view: 'tag', mode: 'new' });
    const { container } = render(RecordPane, { kind: 'tag' });
    const field = await vi.waitUntil(() => container.querySelector('input'));
    await filterBy('o');
    await filterBy('on');
    expect(container.contains(field)).toBe(true);
  });

  it('is not brought up to date with every key in the filter', async () => {
    router.go({ view: 'tag', id: 't1', mode: 'edit' });
    const { container } = render(RecordPane, { kind: 'tag' });
    await vi.waitUntil(() => container.querySelector('input'));
    const edit = vi.spyOn(drafts, 'edit');
    await filterBy('o');
    await filterBy('on');
    expect(edit).not.toHaveBeenCalled();
  });
});

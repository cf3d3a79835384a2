import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WireFailure } from '@/platform';
import { answering, changedBy, deferred } from '../../test/platform';
import { steps } from './steps.svelte';

const changed = changedBy([]);
const far = { step: 'undo', done: 3, total: 10 };
const status = () => ({ workspace: null, recent: [], preferences: {}, pending: null });

describe('steps that may take long', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows nothing of one that is over at once', async () => {
    const asked = answering({ undo: () => changed, progress: () => far, status });
    await steps.take('undo', {});
    await vi.advanceTimersByTimeAsync(1000);
    expect(steps.shown).toBeNull();
    expect(asked.map(({ cmd }) => cmd)).not.toContain('progress');
  });

  it('shows how far a long one has come, until it is over', async () => {
    const end = deferred<unknown>();
    answering({ undo: () => end.promise, progress: () => far, status });
    const taken = steps.take('undo', {});
    await vi.advanceTimersByTimeAsync(300);
    expect(steps.shown).toMatchObject({ done: 3, total: 10 });
    end.resolve(changed);
    await taken;
    expect(steps.shown).toBeNull();
  });

  it('stops what is under way, and lets go of what waits behind it', async () => {
    const end = deferred<unknown>();
    const asked = answering({
      settle: () => end.promise,
      undo: () => changed,
      progress: () => far,
      cancel: () => {
        end.reject(new WireFailure({ kind: 'cancelled', message: '', hint: '', fields: [] }));
        return {};
      },
      status,
    });
    const settled = steps.take('settle', { rule: 'shown' });
    const undone = steps.take('undo', {});
    const both = Promise.allSettled([settled, undone]);
    await vi.advanceTimersByTimeAsync(300);
    await steps.stop();
    expect((await both).map((one) => one.status)).toEqual(['rejected', 'rejected']);
    expect(asked.map(({ cmd }) => cmd)).not.toContain('undo');
    await steps.take('undo', {});
    expect(asked.map(({ cmd }) => cmd)).toContain('undo');
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { ConflictPage } from '@/generated/wire';
import { toasts } from '@/state/toasts.svelte';
import { answering, changedBy } from '../../../test/platform';
import { rules } from './settling';

const page: ConflictPage = {
  items: [],
  total: 5,
  contenders: [
    { device_id: 'aa', device: 'Laptop', officer: 'Aigul', here: true, count: 5 },
    { device_id: 'bb', device: 'Tower', officer: 'Bek', here: false, count: 3 },
  ],
};

const none = { items: [], contenders: [] };

describe('rules for many conflicts', () => {
  it('offers what is shown, each laptop with its count, and both ends of contested deletions', () => {
    const labels = rules(page).map(({ label }) => label);
    expect(labels).toHaveLength(5);
    expect(labels[2]).toContain('Bek');
    expect(labels[2]).toContain('3');
  });

  it('says how many a rule has settled, and offers the way back', async () => {
    const asked = answering({
      settle: () => changedBy(['1']),
      conflicts: () => ({ ...none, total: 2 }),
      status: () => ({ workspace: null, recent: [], preferences: {}, pending: null }),
    });
    rules(page)[2]?.run();
    await vi.waitFor(() => expect(toasts.lines.at(-1)?.message).toContain('3'));
    expect(asked[0]).toEqual({ cmd: 'settle', args: { rule: { device: 'bb' } } });
    expect(toasts.lines.at(-1)?.action).toBeDefined();
  });
});

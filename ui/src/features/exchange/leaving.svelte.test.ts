import { describe, expect, it } from 'vitest';
import { canBeLeftOut, LeavingOut } from './leaving.svelte';

describe('leaving out', () => {
  it('names fields and whole records as the command takes them', () => {
    const leaving = new LeavingOut();
    leaving.turnField('a', 'city', true);
    leaving.turnRecord('b', true);
    expect(leaving.list).toEqual([
      { record: 'a', field: 'city' },
      { record: 'b', field: null },
    ]);
    leaving.turnField('a', 'city', false);
    expect(leaving.list).toEqual([{ record: 'b', field: null }]);
  });

  it('forgets what was said of fields when the whole record is turned', () => {
    const leaving = new LeavingOut();
    leaving.turnField('a', 'city', true);
    leaving.turnRecord('a', true);
    expect(leaving.list).toEqual([{ record: 'a', field: null }]);
    leaving.turnRecord('a', false);
    expect(leaving.count).toBe(0);
  });

  it('keeps nothing that was erased', () => {
    const line = { id: 'a', kind: 'person', title: 'Ding' };
    expect(canBeLeftOut({ ...line, effect: 'erased' })).toBe(false);
    expect(canBeLeftOut({ ...line, effect: 'deleted' })).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import type { List } from '@/generated/wire';
import { answering } from '../../test/platform';
import { row } from '../../test/rows';
import { ListController } from './list.svelte';

/** A workspace of that many institutions, named by their number. */
function pages(total: number) {
  return ({ offset, limit }: List) => ({
    total,
    rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) =>
      row('institution', `i${offset + at}`),
    ),
  });
}

describe('a long list', () => {
  it('asks only for the pages about to be seen', async () => {
    const asked = answering({ list: pages(5000) });
    const list = new ListController({ kind: 'institution' });
    await list.reload();
    list.want(250, 310);
    await expect.poll(() => list.row(300)?.id).toBe('i300');
    expect(asked.map(({ args }) => (args as List).offset)).toEqual([0, 200, 300]);
    expect(list.total).toBe(5000);
    expect(list.row(4000)).toBeUndefined();
  });

  it('stays on its record when others come before it', async () => {
    let rows = [row('institution', 'b'), row('institution', 'c')];
    answering({ list: () => ({ rows, total: rows.length }) });
    const list = new ListController({ kind: 'institution' });
    await list.reload();
    list.cursor = 1;
    rows = [row('institution', 'a'), ...rows];
    await list.reload();
    expect([list.cursor, list.current?.id]).toEqual([2, 'c']);
  });

  it('stands on the next when its record is gone', async () => {
    let rows = ['a', 'b', 'c'].map((id) => row('institution', id));
    answering({ list: () => ({ rows, total: rows.length }) });
    const list = new ListController({ kind: 'institution' });
    await list.reload();
    list.cursor = 2;
    rows = rows.slice(0, 2);
    await list.reload();
    expect(list.current?.id).toBe('b');
  });

  it('drops an answer that comes after a newer question', async () => {
    const answers: ((page: unknown) => void)[] = [];
    answering({ list: () => new Promise((answer) => answers.push(answer)) });
    const list = new ListController({ kind: 'institution', text: 'a' });
    const first = list.reload();
    list.ask({ kind: 'institution', text: 'ab' });
    answers[1]?.({ rows: [row('institution', 'new')], total: 1 });
    await expect.poll(() => list.row(0)?.id).toBe('new');
    answers[0]?.({ rows: [row('institution', 'old')], total: 1 });
    await first;
    expect(list.row(0)?.id).toBe('new');
  });
});

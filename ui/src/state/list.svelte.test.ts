import { describe, expect, it } from 'vitest';
import type { List } from '@/generated/wire';
import { answering } from '../../test/platform';
import { row } from '../../test/rows';
import { ListController } from './list.svelte';

/** A workspace of that many institutions, named by their number. */
function pages(total: number) {
  return ({ offset: from, around, limit }: List) => {
    const place = around?.startsWith('i') ? Number(around.slice(1)) : undefined;
    const offset = place === undefined ? from : place - (place % limit);
    return { total, offset, rows: rowsOf(total, offset, limit) };
  };
}

function rowsOf(total: number, offset: number, limit: number) {
  return Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) =>
    row('institution', `i${offset + at}`),
  );
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

  it('stands on a record however far down it is', async () => {
    const asked = answering({ list: pages(5000) });
    const list = new ListController({ kind: 'institution' });
    list.standOn('i4321');
    await list.reload();
    await expect.poll(() => list.cursor).toBe(4321);
    expect(asked).toHaveLength(2);
    list.standOn('i7');
    expect(list.cursor).toBe(7);
    expect(asked).toHaveLength(2);
  });

  it('asks once for a record that it does not hold', async () => {
    const asked = answering({ list: pages(500) });
    const list = new ListController({ kind: 'institution' });
    await list.reload();
    list.standOn('elsewhere');
    await expect.poll(() => asked.length).toBe(2);
    list.want(100, 130);
    await expect.poll(() => list.row(130)?.id).toBe('i130');
    expect([asked.length, list.cursor]).toEqual([3, -1]);
  });

  it('does not go back to a record that one has moved on from', async () => {
    answering({ list: pages(5000) });
    const list = new ListController({ kind: 'institution' });
    await list.reload();
    list.cursor = 3;
    await list.reload();
    list.move(250);
    await expect.poll(() => list.current?.id).toBe('i253');
    expect(list.cursor).toBe(253);
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

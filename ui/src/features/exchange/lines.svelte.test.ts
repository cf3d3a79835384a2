import { describe, expect, it, vi } from 'vitest';
import type { ImportPreview, LineQuery, LinesQuery } from '@/generated/wire';
import { answering } from '../../../test/platform';
import { ImportLines } from './lines.svelte';

const line = (at: number) => ({ id: `i${at}`, kind: 'institution', title: `${at}`, effect: 'new' });

/** An import of that many new institutions. */
function pages(total: number) {
  return ({ offset, limit }: LinesQuery) => ({
    lines: Array.from({ length: Math.min(limit, total - offset) }, (_, at) => line(offset + at)),
    total,
    counts: { new: total },
    renewed: null,
  });
}

const detail = ({ id }: LineQuery) => ({
  parts: [{ line: { ...line(0), id }, fields: [] }],
  total: 1,
  renewed: null,
});

describe('the lines of an import', () => {
  it('asks only for the pages about to be seen, and for the fields of the line one stands on', async () => {
    const asked = answering({ import_lines: pages(5000), import_line: detail });
    const lines = new ImportLines(3);
    await lines.reload();
    lines.want(250, 310);
    await expect.poll(() => lines.line(300)?.id).toBe('i300');
    await lines.stand(300);
    expect(lines.detail?.parts[0]?.line.id).toBe('i300');
    const offsets = asked.filter(({ cmd }) => cmd === 'import_lines');
    expect(offsets.map(({ args }) => (args as LinesQuery).offset)).toEqual([0, 200, 300]);
    expect(lines.line(4000)).toBeUndefined();
  });

  it('begins anew when the preview had to be made anew', async () => {
    const preview = { path: 'a.entente' } as ImportPreview;
    let changed = false;
    answering({
      import_lines: pages(2),
      import_line: (query: LineQuery) => {
        const renewed = changed ? preview : null;
        changed = false;
        return { ...detail(query), renewed };
      },
    });
    const told = vi.fn();
    const lines = new ImportLines(null, told);
    await lines.reload();
    expect(told).not.toHaveBeenCalled();
    changed = true;
    await lines.stand(1);
    expect(told).toHaveBeenCalledWith(preview);
    expect(lines.cursor).toBe(0);
  });
});

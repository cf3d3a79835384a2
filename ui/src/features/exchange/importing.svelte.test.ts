import { expect, it } from 'vitest';
import type { ApplyImport, ImportPreview, Received } from '@/generated/wire';
import { WireFailure } from '@/platform';
import { answering } from '../../../test/platform';
import { Importing } from './importing.svelte';

function looked() {
  const asked = answering({
    preview_import: ({ path }: Received) => ({ path }) as ImportPreview,
    import_lines: () => ({ lines: [], total: 0, counts: {}, renewed: null }),
    forget_import: () => ({}),
  });
  return () => asked.filter(({ cmd }) => cmd === 'preview_import').length;
}

it('looks at a bundle once, however often one comes back to it', async () => {
  const times = looked();
  const importing = new Importing();
  await importing.lookOnce('a.entente');
  importing.leaving.turnRecord('i1', true);
  await importing.lookOnce('a.entente');
  expect([times(), importing.leaving.count]).toEqual([1, 1]);
});

it('looks at another one, and again at one that was put away', async () => {
  const times = looked();
  const importing = new Importing();
  await importing.lookOnce('a.entente');
  importing.leaving.turnRecord('i1', true);
  await importing.lookOnce('b.entente');
  expect([times(), importing.preview?.path, importing.leaving.count]).toEqual([2, 'b.entente', 0]);
  await importing.leave();
  await importing.lookOnce('b.entente');
  expect(times()).toBe(3);
});

it('has what was dropped together wait, each once, and hands it out in order', () => {
  const importing = new Importing();
  importing.path = '/a.entente';
  importing.wait(['/b.entente', '/a.entente', '/c.entente']);
  importing.wait(['/c.entente']);
  expect(importing.waiting).toEqual(['/b.entente', '/c.entente']);
  expect([importing.next(), importing.next(), importing.next()]).toEqual([
    '/b.entente',
    '/c.entente',
    undefined,
  ]);
});

it('asks before it takes a bundle in of which no backup could be made first', async () => {
  const asked = answering({
    apply_import: ({ without_backup }: ApplyImport) => {
      if (without_backup) return { applied: false };
      throw new WireFailure({ kind: 'not-backed-up', message: 'No room.', hint: '', fields: [] });
    },
  });
  const importing = new Importing();
  expect([await importing.take(), importing.lacksBackup]).toEqual([false, true]);
  expect([await importing.take(true), importing.lacksBackup]).toEqual([true, false]);
  expect(asked.map(({ cmd }) => cmd)).toEqual(['apply_import', 'apply_import']);
});

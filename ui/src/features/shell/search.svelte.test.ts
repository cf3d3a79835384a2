import { expect, it, vi } from 'vitest';
import type { Hit } from '@/generated/wire';
import { RecordSearch } from './search.svelte';

const answers = new Map<string, (hits: Hit[]) => void>();

vi.mock('@/platform', async (original) => ({
  ...(await original<object>()),
  rpc: (_: string, { text }: { text: string }) =>
    new Promise<Hit[]>((answer) => answers.set(text, answer)),
}));

const hit = (title: string): Hit => ({ id: title, kind: 'institution', title, subtitle: '' });

it('whoever waits for the answer gets that to what was typed last', async () => {
  const search = new RecordSearch(20);
  void search.search('sh');
  void search.search('shanghai');
  const found = search.answered.then(() => search.hits.map(({ title }) => title));
  answers.get('sh')?.([hit('Shahbaz')]);
  answers.get('shanghai')?.([hit('Shanghai Municipality')]);
  expect(await found).toEqual(['Shanghai Municipality']);
});

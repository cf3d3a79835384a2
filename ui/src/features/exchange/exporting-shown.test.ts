// The export on its page: what it asks the program, and what it says where nobody is known yet.
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportPlan, Laptop } from '@/generated/wire';
import { tellChanged } from '@/state/changes';
import ExportShown from '../../../test/ExportShown.svelte';
import { answering } from '../../../test/platform';

const plan: ExportPlan = {
  commits: 6,
  documents: 0,
  document_bytes: 0,
  held_back: 0,
  name: 'alliance.entente',
};

const bek = {
  device: 'b',
  name: 'Bek’s laptop',
  officer: 'Bek',
  here: false,
  formerly: false,
  retired: false,
  lacks: null,
  trusted: null,
  words: [] as string[],
} as Laptop;

async function shown(laptops: readonly Laptop[]) {
  const asked = answering({ laptops: () => laptops, plan_export: () => plan });
  const { getByRole } = render(ExportShown);
  await rest();
  return { asked: () => asked.map(({ cmd }) => cmd), getByRole };
}

/** Waits for longer than any answer takes. */
const rest = () => new Promise((done) => setTimeout(done, 50));

describe('the export', () => {
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });

  it.each([{ laptops: [] }, { laptops: [bek] }])(
    'asks who there is and what it would carry, and then no more',
    async ({ laptops }) => {
      const { asked } = await shown(laptops);
      const first = asked().length;
      expect(first).toBeLessThan(5);
      expect(new Set(asked())).toEqual(new Set(['laptops', 'plan_export']));
      await rest();
      expect(asked()).toHaveLength(first);
      tellChanged(null);
      await rest();
      expect(asked().length).toBeGreaterThan(first);
    },
  );

  it('chooses nobody as readers where nobody is known', async () => {
    const { getByRole } = await shown([]);
    expect(getByRole('combobox', { name: 'Can be read by' }).textContent).toContain('Choose');
  });

  it('is for everyone who is known', async () => {
    const { getByRole } = await shown([bek]);
    expect(getByRole('combobox', { name: 'Can be read by' }).textContent).not.toContain('Choose');
  });
});

// Finds records of some kinds as one types, for a field that refers to one.
import type { Option } from '@/components/Choice.svelte';
import type { KindName } from '@/generated/schema';
import { rpc } from '@/platform';
import { attempt } from '@/state/failures';
import { kindLabel } from '@/state/kinds';

const most = 30;

export class ReferenceSearch {
  options = $state.raw<readonly Option[]>([]);
  searching = $state(false);
  #turn = 0;

  constructor(readonly kinds: readonly KindName[]) {}

  async search(query: string): Promise<void> {
    const turn = ++this.#turn;
    this.searching = true;
    const found = await attempt(() =>
      query.trim() === '' ? this.#first() : this.#matching(query),
    );
    if (turn !== this.#turn) return;
    this.options = found ?? [];
    this.searching = false;
  }

  /** These records by their titles; what is not here is left out. */
  async name(ids: readonly string[]): Promise<Option[]> {
    if (ids.length === 0) return [];
    const rows = await attempt(() => rpc('rows', { ids: [...ids] }));
    return (rows ?? []).map((row) => ({ value: row.id, label: row.title }));
  }

  async #matching(text: string): Promise<Option[]> {
    const kind = this.kinds.length === 1 ? (this.kinds[0] ?? null) : null;
    const hits = await rpc('search', { text, kind, limit: most });
    return hits
      .filter((hit) => (this.kinds as readonly string[]).includes(hit.kind))
      .map((hit) => ({
        value: hit.id,
        label: hit.title,
        hint: this.#hint(hit.kind, hit.subtitle),
      }));
  }

  /** Before one types: the first ones by title. */
  async #first(): Promise<Option[]> {
    const question = { text: null, filters: [], sort: null, descending: false };
    const pages = await Promise.all(
      this.kinds.map((kind) =>
        rpc('list', {
          ...question,
          kind,
          offset: 0,
          around: null,
          limit: Math.ceil(most / this.kinds.length),
          deleted: false,
        }),
      ),
    );
    return pages.flatMap((page) =>
      page.rows.map((row) => ({ value: row.id, label: row.title, hint: this.#hint(row.kind, '') })),
    );
  }

  #hint(kind: string, subtitle: string): string {
    return this.kinds.length === 1
      ? subtitle
      : [kindLabel(kind), subtitle].filter(Boolean).join(' · ');
  }
}

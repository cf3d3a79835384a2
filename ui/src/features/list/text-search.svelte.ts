// Finds what rows say as one types, for a list to be filtered by: the topics of agreements.
import type { Option } from '@/components/Choice.svelte';
import { rpc } from '@/platform';
import { attempt } from '@/state/failures';

const most = 80;

export class TextSearch {
  options = $state.raw<readonly Option[]>([]);
  #turn = 0;

  constructor(
    readonly kind: string,
    readonly filter: string,
  ) {}

  async search(text: string): Promise<void> {
    const turn = ++this.#turn;
    const { kind, filter } = this;
    const texts = await attempt(() => rpc('filter_texts', { kind, filter, text, limit: most }));
    if (turn === this.#turn) this.options = (texts ?? []).map(asOption);
  }

  /** A text is its own name. */
  name(texts: readonly string[]): Promise<Option[]> {
    return Promise.resolve(texts.map(asOption));
  }
}

const asOption = (text: string): Option => ({ value: text, label: text });

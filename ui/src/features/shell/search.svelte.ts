// What the search box and the palette find, as one types.
import type { Hit } from '@/generated/wire';
import { rpc } from '@/platform';
import { attempt } from '@/state/failures';

export class RecordSearch {
  hits = $state.raw<readonly Hit[]>([]);
  /** The text that the hits are for. */
  text = $state('');
  #turn = 0;

  constructor(readonly limit: number) {}

  async search(text: string): Promise<void> {
    const turn = ++this.#turn;
    if (text.trim() === '') {
      this.hits = [];
      this.text = '';
      return;
    }
    const hits = await attempt(() => rpc('search', { text, kind: null, limit: this.limit }));
    if (turn !== this.#turn) return;
    this.hits = hits ?? [];
    this.text = text;
  }
}

// What the search box and the palette find, as one types.
import type { Hit } from '@/generated/wire';
import { rpc } from '@/platform';
import { attempt } from '@/state/failures';

export class RecordSearch {
  hits = $state.raw<readonly Hit[]>([]);
  /** The text that the hits are for. */
  text = $state('');
  #turn = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(readonly limit: number) {}

  /** Until what was asked last is answered: who types and presses Enter at once means what was typed. */
  get answered(): Promise<void> {
    return this.#last;
  }

  search(text: string): Promise<void> {
    this.#last = this.#search(text);
    return this.#last;
  }

  async #search(text: string): Promise<void> {
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

// One record with all that its page shows, kept up to date.
import type { Detail } from '@/generated/wire';
import { rpc, WireFailure } from '@/platform';
import { onChanged } from './changes';
import { answer } from './failures';

export class RecordController {
  detail = $state.raw<Detail | null>(null);
  /** The record is not in this workspace. */
  missing = $state(false);
  #id: string | null = null;
  #turn = 0;

  /** Keeps up with writes until the returned function is called. */
  follow(): () => void {
    return onChanged(() => void this.#load());
  }

  /** Shows this record; what is shown stays until the answer is here. */
  show(id: string | null): void {
    if (id === this.#id) return;
    this.#id = id;
    this.missing = false;
    if (id === null) this.detail = null;
    void this.#load();
  }

  async #load(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    const turn = ++this.#turn;
    try {
      const [detail] = await rpc('get', { ids: [id] });
      if (turn !== this.#turn || id !== this.#id) return;
      this.detail = detail ?? null;
      this.missing = !detail;
    } catch (thrown) {
      if (turn === this.#turn) this.#fail(thrown);
    }
  }

  /** A record that is not here, or no longer since it was erased, is told by the page itself. */
  #fail(thrown: unknown): void {
    if (WireFailure.from(thrown).error.kind !== 'not-found') return answer(thrown);
    this.detail = null;
    this.missing = true;
  }
}

// What an officer leaves out of an import: whole records, or fields of them.
import { SvelteSet } from 'svelte/reactivity';
import type { LeaveOut, Line } from '@/generated/wire';

/** What was erased is gone from every laptop; there is nothing to keep. */
export function canBeLeftOut(line: Line): boolean {
  return line.effect !== 'erased';
}

export class LeavingOut {
  /** Ids of records, and `id.field` of fields. */
  #keys = new SvelteSet<string>();

  get count(): number {
    return this.#keys.size;
  }

  get list(): LeaveOut[] {
    return [...this.#keys].map((key) => {
      const [record = '', field = null] = key.split('.');
      return { record, field };
    });
  }

  hasRecord(id: string): boolean {
    return this.#keys.has(id);
  }

  hasField(id: string, field: string): boolean {
    return this.#keys.has(`${id}.${field}`);
  }

  /** Leaves a record out, or takes it in again; what was said of its fields is then said of the whole. */
  turnRecord(id: string, out: boolean): void {
    for (const key of [...this.#keys]) if (key.startsWith(`${id}.`)) this.#keys.delete(key);
    if (out) this.#keys.add(id);
    else this.#keys.delete(id);
  }

  turnField(id: string, field: string, out: boolean): void {
    const key = `${id}.${field}`;
    if (out) this.#keys.add(key);
    else this.#keys.delete(key);
  }

  clear(): void {
    this.#keys.clear();
  }
}

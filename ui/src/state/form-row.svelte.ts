// One record in a form: the main one, or a row that belongs to it or to another row.
import { SvelteMap } from 'svelte/reactivity';
import type { Row } from '@/generated/wire';
import { formValues, type FormValue, type FormValues } from './form-values';
import { ownFields } from './kinds';

let nextKey = 1;

export class FormRow {
  readonly key = `row${nextKey++}`;
  values = $state<FormValues>({});
  /** As the workspace has it, or as a new row begins. */
  base = $state.raw<FormValues>({});
  id = $state<string | null>(null);
  /** Titles of what its references point to, for showing them. */
  titles = $state.raw<Record<string, string>>({});
  /** The fields of which colleagues say different things. */
  conflicts = $state.raw<readonly string[]>([]);
  /** Somebody took it out meanwhile; it is still here since something was typed into it. */
  gone = $state(false);
  /** It was taken out here, and is back since somebody changed it meanwhile. */
  returned = $state(false);
  /** The fields that changed meanwhile although something else had been typed here, with what stood there before. */
  #overtaken = new SvelteMap<string, FormValue>();

  constructor(
    readonly kind: string,
    readonly owner: FormRow | null,
    row: Row | null,
    given: FormValues = {},
  ) {
    this.base = { ...formValues(ownFields(kind), row?.fields), ...given };
    this.values = { ...this.base };
    this.id = row?.id ?? null;
    this.titles = row?.titles ?? {};
    this.conflicts = row?.conflicts ?? [];
  }

  /** The fields that differ from what the workspace has, or from how a new row began. */
  get changedFields(): string[] {
    return Object.keys(this.values).filter((name) => this.values[name] !== this.base[name]);
  }

  get dirty(): boolean {
    return this.changedFields.length > 0;
  }

  /** A new row in which nothing stands: not worth saving. */
  get blank(): boolean {
    return this.id === null && Object.values(this.values).every((value) => !value);
  }

  /** Whether it holds anything that only this form knows. */
  get holdsTyping(): boolean {
    return this.id === null ? !this.blank : this.dirty;
  }

  /** What a field was changed to meanwhile, where something else stands in it here. */
  news(field: string): FormValue | undefined {
    const differs = this.values[field] !== this.base[field];
    return this.#overtaken.has(field) && differs ? this.base[field] : undefined;
  }

  /** The fields of which there is something to tell. */
  get newsFields(): string[] {
    return [...this.#overtaken.keys()].filter((field) => this.news(field) !== undefined);
  }

  /** What stood in a field before anything was typed, whatever it was changed to meanwhile. */
  before(field: string): FormValue {
    return this.#overtaken.get(field) ?? this.base[field] ?? '';
  }

  /** Puts what a field was changed to meanwhile in the place of what was typed. */
  takeNews(field: string): void {
    this.values[field] = this.base[field] ?? '';
    this.#overtaken.delete(field);
  }

  /**
   * Takes what the workspace has now for every field that was not touched here, and tells of the others, unless it is
   * from here. Says whether anything was changed.
   */
  rebase(row: Row, fromHere = false): boolean {
    const next = formValues(ownFields(this.kind), row.fields);
    const changed = Object.keys(next).filter((name) => next[name] !== this.base[name]);
    for (const name of changed) {
      if (this.values[name] === this.base[name]) this.values[name] = next[name] ?? '';
      else if (!fromHere) this.#overtaken.set(name, this.before(name));
    }
    this.base = next;
    this.titles = { ...this.titles, ...row.titles };
    this.conflicts = row.conflicts;
    this.gone = row.deleted;
    return changed.length > 0;
  }
}

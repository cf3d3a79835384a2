// A record and the rows that belong to it, as the officer is changing them. Saved as
// one save; until then nothing else knows, and nothing typed is lost: a form outlives
// the page it is shown on, and the program (see drafts.svelte.ts).
import { SvelteMap } from 'svelte/reactivity';
import type { Changed, Detail, KeptForm, WireError } from '@/generated/wire';
import { rpc, WireFailure } from '@/platform';
import { tellChanged } from './changes';
import { takeUp } from './form-keeping';
import { bringBack, letGo } from './form-meanwhile';
import { tellerOf, whoChanged, type Teller, type Tellers } from './form-news';
import { FormRow } from './form-row.svelte';
import { draftsOf, rowsToSave } from './form-saving';
import { unsavedKey, unsavedMark, type FormValue, type FormValues } from './form-values';
import { kindOf } from './kinds';

export { FormRow } from './form-row.svelte';

/** A row of the workspace that was taken out, with the rows of it that went along. */
export interface Removal {
  row: FormRow;
  below: readonly FormRow[];
}

export class RecordForm {
  readonly main: FormRow;
  rows = $state<FormRow[]>([]);
  /** How far the workspace was read for what stands here; nothing of a new record stands there yet. */
  seen: string | null;
  removed = $state.raw<readonly Removal[]>([]);
  /** By row key and field name. */
  #problems = new SvelteMap<string, string>();
  #tellers = $state.raw<Tellers>({});
  /** What was `seen` when that was asked. */
  #askedAt: string | null = null;
  /** What is wrong with the whole, where no field is to blame. */
  failure = $state.raw<WireError | null>(null);
  saving = $state(false);

  constructor(kind: string, detail: Detail | null, given: FormValues = {}) {
    this.main = new FormRow(kind, null, detail?.record ?? null, given);
    this.seen = detail?.seen ?? null;
    if (detail) this.#addRows(detail);
  }

  /** A form that was kept, on what the workspace has now; that is told where it changed. */
  static resumed(kept: KeptForm, detail: Detail | null): RecordForm {
    const form = new RecordForm(kept.kind, detail);
    takeUp(form, kept);
    if (detail) form.rebase(detail);
    return form;
  }

  get dirty(): boolean {
    return this.removed.length > 0 || this.main.dirty || this.rows.some((row) => row.dirty);
  }

  rowsOf(kind: string, owner: FormRow = this.main): FormRow[] {
    return this.rows.filter((row) => row.kind === kind && row.owner === owner);
  }

  /** Whether a row is in it; nothing stands above the main one and those that are made along the way. */
  holds(row: FormRow | null): boolean {
    return row === null || row === this.main || this.rows.includes(row);
  }

  addRow(kind: string, owner: FormRow = this.main, given: FormValues = {}): FormRow {
    return this.put(new FormRow(kind, owner, null, given));
  }

  put(row: FormRow): FormRow {
    this.rows.push(row);
    // The array's own copy is the reactive one.
    return this.rows[this.rows.length - 1] as FormRow;
  }

  /** Takes a row out, with what belongs to it. Returns how to put them back, and nothing else. */
  removeRow(row: FormRow): () => void {
    const gone = this.rows.filter((other) => other === row || other.owner === row);
    const places = gone.map((other) => this.rows.indexOf(other));
    const below = gone.filter((other) => other !== row && other.id !== null);
    const removal = row.id === null ? null : { row, below };
    this.rows = this.rows.filter((other) => !gone.includes(other));
    if (removal) this.removed = [...this.removed, removal];
    return () => {
      // What has been saved since, or is back already, is left as it is.
      if (removal && !this.removed.includes(removal)) return;
      if (!this.holds(row.owner) || gone.some((other) => this.holds(other))) return;
      const rows = [...this.rows];
      for (const [at, other] of gone.entries()) rows.splice(places[at] ?? rows.length, 0, other);
      this.rows = rows;
      this.removed = this.removed.filter((other) => other !== removal);
    };
  }

  /** A record of its own that is made in the same save, since a field refers to it. */
  addRelated(kind: string, given: FormValues): string {
    return unsavedMark + this.put(new FormRow(kind, null, null, given)).key;
  }

  /** The row that a reference to an unsaved record means. */
  related(value: FormValue | undefined): FormRow | undefined {
    const key = unsavedKey(value);
    return key === undefined ? undefined : this.rows.find((row) => row.key === key);
  }

  set(row: FormRow, field: string, value: FormValue): void {
    row.values[field] = value;
    this.#problems.delete(`${row.key}/${field}`);
  }

  problem(row: FormRow, field: string): string | undefined {
    return this.#problems.get(`${row.key}/${field}`);
  }

  get problemCount(): number {
    return this.#problems.size;
  }

  /** How many things changed meanwhile of which this form says something else. */
  get newsCount(): number {
    const all = [this.main, ...this.rows];
    const turned = all.filter((row) => row.gone || row.returned).length;
    return all.reduce((count, row) => count + row.newsFields.length, turned);
  }

  /** Who changed a field meanwhile, or took a row out (`deleted`); undefined as long as it is not known. */
  teller(row: FormRow, field: string): Teller | undefined {
    return this.#tellers[tellerOf(row.id, field)];
  }

  /**
   * Takes over what a colleague's file, an undo or another page changed meanwhile, but nothing typed here: beside that
   * it is told. From then on it has been seen. What was `saved` from here is no news.
   */
  rebase(detail: Detail, saved: readonly FormRow[] = []): void {
    this.seen = detail.seen;
    const stored = new Map(detail.owned.flatMap(({ rows }) => rows.map((row) => [row.id, row])));
    this.main.rebase(detail.record, saved.includes(this.main));
    for (const row of this.rows) {
      const now = stored.get(row.id ?? '');
      if (now) row.rebase(now, saved.includes(row));
    }
    bringBack(this, stored);
    letGo(this, stored);
    this.#addRows(detail);
    if (this.newsCount > 0 && this.#askedAt !== detail.seen) void this.#askWho(detail.seen);
  }

  /**
   * Saves everything at once, when what comes `before` is done. The answer, or null with the problems put to their
   * fields; null too while another save is under way.
   */
  async save(keptAs: string | null = null, before?: Promise<unknown>): Promise<Changed | null> {
    if (this.saving) return null;
    this.saving = true;
    await before;
    const order = rowsToSave(this);
    const sent = order.map((row) => ({ ...row.values }));
    const { removed, seen } = this;
    this.failure = null;
    this.#problems.clear();
    try {
      const ids = removed.flatMap(({ row }) => row.id ?? []);
      const drafts = draftsOf(order);
      const changed = await rpc('save', { drafts, delete: ids, seen, kept_as: keptAs });
      for (const [at, row] of order.entries()) row.id ??= changed.drafts[at] ?? null;
      this.#settle(order, sent, removed);
      if (this.dirty) await this.#readAgain(order);
      tellChanged(changed);
      return changed;
    } catch (thrown) {
      this.#blame(thrown, order);
      return null;
    } finally {
      this.saving = false;
    }
  }

  #addRows(detail: Detail): void {
    const removed = new Set(this.removed.map(({ row }) => row.id));
    for (const { kind, rows } of detail.owned) {
      const ownerField = kindOf(kind)?.owner;
      for (const record of rows) {
        if (removed.has(record.id) || this.rows.some((row) => row.id === record.id)) continue;
        const owner = ownerField ? record.fields[ownerField] : null;
        const above = [this.main, ...this.rows].find((row) => row.id === owner);
        if (above) this.rows.push(new FormRow(kind, above, record));
      }
    }
  }

  async #askWho(seen: string): Promise<void> {
    if (this.main.id === null) return;
    // The news stand without a name if this fails.
    const tellers = await whoChanged(this.main.id).catch(() => null);
    if (!tellers) return;
    this.#tellers = tellers;
    this.#askedAt = seen;
  }

  /** After a save the workspace has what was sent; what was typed meanwhile is still to be saved. */
  #settle(order: readonly FormRow[], sent: readonly FormValues[], removed: readonly Removal[]) {
    for (const [at, row] of order.entries()) row.base = sent[at] ?? row.base;
    const known = (values: FormValues) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, this.related(value)?.id ?? value]),
      );
    for (const row of [this.main, ...this.rows]) {
      row.values = known(row.values);
      row.base = known(row.base);
      row.gone = false;
      row.returned = false;
    }
    this.removed = this.removed.filter((removal) => !removed.includes(removal));
    this.rows = this.rows.filter((row) => row.owner !== null || row.id === null);
  }

  /** So that the next save has seen this one. */
  async #readAgain(saved: readonly FormRow[]): Promise<void> {
    const ids = [this.main.id ?? ''];
    const [detail] = await rpc('get', { ids }).catch(() => []);
    if (detail) this.rebase(detail, saved);
  }

  #blame(thrown: unknown, order: readonly FormRow[]): void {
    const { error } = WireFailure.from(thrown);
    const homeless: string[] = [];
    for (const { record, field, message } of error.fields) {
      const row = record === null ? this.main : order[record];
      if (row && field in row.values) this.#problems.set(`${row.key}/${field}`, message);
      else homeless.push(message);
    }
    const told = error.fields.length > homeless.length;
    this.failure =
      told && homeless.length === 0 ? null : { ...error, hint: homeless.join(' ') || error.hint };
  }
}

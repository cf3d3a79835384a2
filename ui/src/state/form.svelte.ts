// A record and the rows that belong to it, as the officer is changing them. Saved as
// one save; until then nothing else knows, and nothing typed is lost: a form outlives
// the page it is shown on (see drafts.svelte.ts).
import { SvelteMap } from 'svelte/reactivity';
import type { Changed, Detail, Draft, Row, Save, WireError } from '@/generated/wire';
import { rpc, WireFailure } from '@/platform';
import { tellChanged } from './changes';
import { formValues, toWire, unsavedMark, type FormValue, type FormValues } from './form-values';
import { kindOf, ownFields } from './kinds';

let nextKey = 1;

/** One record in the form: the main one, or a row that belongs to it or to another row. */
export class FormRow {
  readonly key = `row${nextKey++}`;
  values = $state<FormValues>({});
  /** As the workspace has it, or as a new row begins. */
  base = $state.raw<FormValues>({});
  id = $state<string | null>(null);
  /** Titles of what its references point to, for showing them. */
  titles = $state.raw<Record<string, string>>({});

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

  /** Takes what the workspace has now for every field that was not touched here. */
  rebase(row: Row): void {
    const next = formValues(ownFields(this.kind), row.fields);
    for (const [name, value] of Object.entries(next)) {
      if (this.values[name] === this.base[name]) this.values[name] = value;
    }
    this.base = next;
    this.titles = { ...this.titles, ...row.titles };
  }
}

export class RecordForm {
  readonly main: FormRow;
  rows = $state<FormRow[]>([]);
  /** Rows of the workspace that the officer took out. */
  #removed = $state.raw<FormRow[]>([]);
  /** By row key and field name. */
  #problems = new SvelteMap<string, string>();
  /** What is wrong with the whole, where no field is to blame. */
  failure = $state.raw<WireError | null>(null);
  saving = $state(false);

  constructor(kind: string, detail: Detail | null, given: FormValues = {}) {
    this.main = new FormRow(kind, null, detail?.record ?? null, given);
    if (detail) this.#addRows(detail);
  }

  get dirty(): boolean {
    return this.#removed.length > 0 || this.main.dirty || this.rows.some((row) => row.dirty);
  }

  rowsOf(kind: string, owner: FormRow = this.main): FormRow[] {
    return this.rows.filter((row) => row.kind === kind && row.owner === owner);
  }

  addRow(kind: string, owner: FormRow = this.main, given: FormValues = {}): FormRow {
    this.rows.push(new FormRow(kind, owner, null, given));
    // The array's own copy is the reactive one.
    return this.rows[this.rows.length - 1] as FormRow;
  }

  /** Takes a row out, with what belongs to it. Returns how to put them back. */
  removeRow(row: FormRow): () => void {
    const before = { rows: this.rows, removed: this.#removed };
    const gone = this.rows.filter((other) => other === row || other.owner === row);
    this.rows = this.rows.filter((other) => !gone.includes(other));
    if (row.id !== null) this.#removed = [...this.#removed, row];
    return () => {
      this.rows = before.rows;
      this.#removed = before.removed;
    };
  }

  /** A record of its own that is made in the same save, since a field refers to it. */
  addRelated(kind: string, given: FormValues): string {
    this.rows.push(new FormRow(kind, null, null, given));
    const row = this.rows[this.rows.length - 1] as FormRow;
    return unsavedMark + row.key;
  }

  /** The row that a reference to an unsaved record means. */
  related(value: FormValue | undefined): FormRow | undefined {
    if (typeof value !== 'string' || !value.startsWith(unsavedMark)) return undefined;
    return this.rows.find((row) => unsavedMark + row.key === value);
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

  /** Takes over what a colleague's file or an undo changed meanwhile, but nothing typed here. */
  rebase(detail: Detail): void {
    this.main.rebase(detail.record);
    const stored = detail.owned.flatMap((owned) => owned.rows);
    for (const record of stored) {
      this.rows.find((row) => row.id === record.id)?.rebase(record);
    }
    const removed = this.#removed.map((row) => row.id);
    const here = (id: string | null) => stored.some((record) => record.id === id);
    this.rows = this.rows.filter((row) => row.id === null || here(row.id));
    this.#addRows(detail, removed);
  }

  /** Saves everything at once. The answer, or null with the problems put to their fields. */
  async save(): Promise<Changed | null> {
    const order = this.#order();
    this.saving = true;
    this.failure = null;
    this.#problems.clear();
    try {
      const changed = await rpc('save', this.#toSave(order));
      for (const [at, row] of order.entries()) row.id ??= changed.drafts[at] ?? null;
      this.#settle();
      tellChanged(changed);
      return changed;
    } catch (thrown) {
      this.#blame(thrown, order);
      return null;
    } finally {
      this.saving = false;
    }
  }

  #addRows(detail: Detail, except: (string | null)[] = []): void {
    for (const { kind, rows } of detail.owned) {
      const ownerField = kindOf(kind)?.owner;
      for (const record of rows) {
        if (except.includes(record.id) || this.rows.some((row) => row.id === record.id)) continue;
        const owner = ownerField ? record.fields[ownerField] : null;
        const above = [this.main, ...this.rows].find((row) => row.id === owner);
        if (above) this.rows.push(new FormRow(kind, above, record));
      }
    }
  }

  /** The rows that go into the save, owners first. */
  #order(): FormRow[] {
    const rows = this.rows.filter(
      (row) => row.owner !== null && (row.id === null ? !row.blank : row.dirty),
    );
    const mainGoes = this.main.id === null || this.main.dirty;
    const needed = new Set<FormRow>(mainGoes ? [this.main] : []);
    for (const row of rows) {
      // A new row under a blank new one still needs the one above it.
      if (row.owner && row.owner.id === null) needed.add(row.owner);
      needed.add(row);
    }
    // Records made along the way, unless nothing refers to them any more.
    for (const row of needed) {
      for (const value of Object.values(row.values)) {
        const related = this.related(value);
        if (related) needed.add(related);
      }
    }
    return [...needed];
  }

  #toSave(order: FormRow[]): Save {
    const placeOf = (key: string) => order.findIndex((row) => row.key === key);
    const drafts = order.map((row): Draft => {
      const fields: Draft['fields'] = {};
      for (const field of ownFields(row.kind)) {
        const value = row.values[field.name] ?? '';
        if (row.id !== null && value === row.base[field.name]) continue;
        const wire = toWire(field, value);
        if (row.id === null && (wire === null || wire === false)) continue;
        const unsaved = typeof wire === 'string' && wire.startsWith(unsavedMark);
        fields[field.name] = unsaved ? `#${placeOf(wire.slice(unsavedMark.length))}` : wire;
      }
      const ownerField = kindOf(row.kind)?.owner;
      if (row.id === null && row.owner && ownerField) {
        fields[ownerField] = row.owner.id ?? `#${placeOf(row.owner.key)}`;
      }
      return { id: row.id, kind: row.kind, fields };
    });
    return { drafts, delete: this.#removed.flatMap((row) => row.id ?? []) };
  }

  /** After a save the form is as the workspace has it. */
  #settle(): void {
    for (const row of [this.main, ...this.rows]) {
      for (const [name, value] of Object.entries(row.values)) {
        const related = this.related(value);
        if (related?.id) row.values[name] = related.id;
      }
      row.base = { ...row.values };
    }
    this.#removed = [];
    this.rows = this.rows.filter((row) => row.id !== null && row.owner !== null);
  }

  #blame(thrown: unknown, order: FormRow[]): void {
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

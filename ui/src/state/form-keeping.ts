// A form as it is kept over the end of the program, and how it is taken up again. Only what was typed is kept, and
// what stood there before, so that what changed meanwhile is told again: titles of what it refers to are looked up anew, so that nothing of them stays behind.
import type { KeptField, KeptForm, KeptRow } from '@/generated/wire';
import { FormRow } from './form-row.svelte';
import type { RecordForm } from './form.svelte';
import { unsavedKey, unsavedMark, type FormValue } from './form-values';

/** What a kept form is called by. */
export type Called = Pick<KeptForm, 'key' | 'beginning'>;

export function keptForm(form: RecordForm, { key, beginning }: Called): KeptForm {
  const { main, rows, seen, removed } = form;
  const typed = rows.filter((row) => row.holdsTyping);
  const needed = new Set<FormRow>([main]);
  for (const row of typed) {
    if (row.owner) needed.add(row.owner);
    needed.add(row);
  }
  return {
    key,
    kind: main.kind,
    id: main.id,
    beginning: { ...beginning },
    seen,
    rows: [...needed].map((row) =>
      keptRow(row, row.id === null ? standing(row) : row.changedFields),
    ),
    removed: removed.flatMap(({ row, below }) =>
      [row, ...below].map((one) => keptRow(one, standing(one))),
    ),
  };
}

/** The fields in which anything stands, or stood. */
function standing(row: FormRow): string[] {
  return Object.keys(row.values).filter((name) => row.values[name] || row.base[name]);
}

function keptRow(row: FormRow, names: readonly string[]): KeptRow {
  const fields: Record<string, KeptField> = {};
  for (const name of names) {
    fields[name] = { typed: row.values[name] ?? '', before: row.before(name) };
  }
  return { key: row.key, kind: row.kind, id: row.id, owner: row.owner?.key ?? null, fields };
}

/** Puts what was kept into a form that has what the workspace has now. */
export function takeUp(form: RecordForm, kept: KeptForm): void {
  form.seen = kept.seen;
  const byKey = new Map<string, FormRow>();
  for (const [at, row] of kept.rows.entries()) {
    const here = at === 0 ? form.main : rowHere(form, row, byKey);
    byKey.set(row.key, here);
    fill(here, row);
  }
  for (const row of [form.main, ...form.rows]) rename(row, byKey);
  for (const row of kept.removed) {
    const here = form.rows.find((other) => other.id === row.id);
    if (!here) continue;
    byKey.set(row.key, here);
    // Of what was taken out all is kept, so that whatever has been changed since is noticed.
    here.base = Object.fromEntries(Object.keys(here.base).map((name) => [name, empty(here, name)]));
    here.values = { ...here.base };
    fill(here, row);
  }
  removeAgain(form, kept.removed, byKey);
}

/** The row that is meant, which may have been taken out elsewhere meanwhile, or is to be made. */
function rowHere(form: RecordForm, row: KeptRow, byKey: ReadonlyMap<string, FormRow>): FormRow {
  const known = row.id === null ? undefined : form.rows.find((other) => other.id === row.id);
  if (known) return known;
  const owner = row.owner === null ? null : (byKey.get(row.owner) ?? form.main);
  const made = form.put(new FormRow(row.kind, owner, null));
  made.id = row.id;
  return made;
}

/** Fields that this program does not know are left out. */
function fill(row: FormRow, kept: KeptRow): void {
  const known = Object.entries(kept.fields).filter(([name]) => name in row.values);
  row.base = {
    ...row.base,
    ...Object.fromEntries(known.map(([name, { before }]) => [name, formValue(before)])),
  };
  for (const [name, { typed }] of known) row.values[name] = formValue(typed);
}

const empty = (row: FormRow, name: string) => (typeof row.base[name] === 'boolean' ? false : '');

function formValue(value: KeptField['typed']): FormValue {
  return typeof value === 'number' ? String(value) : value;
}

/** References to unsaved rows name them by the keys they had. */
function rename(row: FormRow, byKey: ReadonlyMap<string, FormRow>): void {
  for (const [name, value] of Object.entries(row.values)) {
    const key = unsavedKey(value);
    if (key === undefined) continue;
    const meant = byKey.get(key);
    row.values[name] = meant ? unsavedMark + meant.key : '';
  }
}

/** Only what went along then is taken out with a row; what belongs to it since brings it back. */
function removeAgain(
  form: RecordForm,
  removed: readonly KeptRow[],
  byKey: ReadonlyMap<string, FormRow>,
): void {
  const rows = removed.flatMap(({ key }) => byKey.get(key) ?? []);
  const isBelow = (row: FormRow) => row.owner !== null && rows.includes(row.owner);
  for (const row of rows.filter((one) => !isBelow(one))) {
    form.removeRow(row);
    const below = rows.filter((other) => other.owner === row);
    form.removed = form.removed.map((removal) => (removal.row === row ? { row, below } : removal));
  }
}

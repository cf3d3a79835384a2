// What becomes of the rows of a form when rows were taken out, or changed, meanwhile: here and elsewhere.
import type { Row } from '@/generated/wire';
import type { FormRow } from './form-row.svelte';
import type { RecordForm, Removal } from './form.svelte';
import { kindOf } from './kinds';

/** The rows of the workspace by id. */
type Stored = ReadonlyMap<string, Row>;

/**
 * What was taken out here and has been changed since, or something came to it, is not what the officer meant to take
 * out. What it belongs to comes back with it.
 */
export function bringBack(form: RecordForm, stored: Stored): void {
  const isStored = (row: FormRow) => row.id !== null && stored.has(row.id);
  const still = form.removed.filter(({ row }) => isStored(row));
  const known = new Set(still.flatMap(({ row, below }) => [row.id, ...below.map(({ id }) => id)]));
  const back = new Set(
    still.filter(({ row, below }) => {
      const changed = [row, ...below].filter((one) => rebased(one, stored));
      return changed.length > 0 || hasMore(row, stored, known);
    }),
  );
  for (const { row } of back) {
    const above = still.find((removal) => removal.row === row.owner);
    if (above) back.add(above);
  }
  form.removed = still.filter((removal) => !back.has(removal));
  for (const { row, below } of back) {
    // What it belonged to may have gone and come back elsewhere: then it is taken in anew with that.
    if (!isHere(form, row.owner, back)) continue;
    row.returned = true;
    form.rows.push(row, ...below.filter(isStored));
  }
}

function isHere(form: RecordForm, row: FormRow | null, back: ReadonlySet<Removal>): boolean {
  return form.holds(row) || [...back].some((removal) => removal.row === row);
}

/** Takes what the workspace has now; says whether anything was changed. */
function rebased(row: FormRow, stored: Stored): boolean {
  const now = stored.get(row.id ?? '');
  return now !== undefined && row.rebase(now);
}

/** Whether anything belongs to a row that went out with none. */
function hasMore(row: FormRow, stored: Stored, known: ReadonlySet<string | null>): boolean {
  const ownerOf = (record: Row) => record.fields[kindOf(record.kind)?.owner ?? ''];
  return [...stored.values()].some((record) => ownerOf(record) === row.id && !known.has(record.id));
}

/** Rows that were taken out elsewhere go, unless something was typed into them or into what belongs to them. */
export function letGo(form: RecordForm, stored: Stored): void {
  const isGone = ({ owner, id }: FormRow) => owner !== null && id !== null && !stored.has(id);
  const below = (row: FormRow) => form.rows.filter((other) => other.owner === row);
  const keeps = (row: FormRow) => [row, ...below(row)].some((other) => other.holdsTyping);
  for (const row of form.rows) row.gone = isGone(row) && keeps(row);
  const left = (row: FormRow) => !isGone(row) || row.gone;
  form.rows = form.rows.filter((row) => left(row) && (row.owner === null || left(row.owner)));
}

// What becomes of the rows of a form when rows were taken out, or changed, meanwhile: here and elsewhere.
import type { Row } from '@/generated/wire';
import type { FormRow } from './form-row.svelte';
import type { RecordForm } from './form.svelte';
import { kindOf } from './kinds';

/** The rows of the workspace by id. */
type Stored = ReadonlyMap<string, Row>;

/** What was taken out here and has been changed since is not what the officer meant to take out. */
export function bringBack(form: RecordForm, stored: Stored): void {
  const still = form.removed.filter(({ row }) => stored.has(row.id ?? ''));
  form.removed = still.filter(({ row, below }) => {
    const together = [row, ...below];
    const news = together.filter((other) => {
      const now = stored.get(other.id ?? '');
      return now !== undefined && other.rebase(now);
    });
    if (news.length === 0 && !hasMore(stored, row.id, together)) return true;
    row.returned = true;
    form.rows.push(...together.filter((other) => stored.has(other.id ?? '')));
    return false;
  });
}

/** Whether anything belongs to a record besides these. */
function hasMore(stored: Stored, owner: string | null, known: readonly FormRow[]): boolean {
  const ids = new Set(known.map((row) => row.id));
  const ownerOf = (record: Row) => record.fields[kindOf(record.kind)?.owner ?? ''];
  return [...stored.values()].some((record) => ownerOf(record) === owner && !ids.has(record.id));
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

// What the records are called that a form refers to.
import { rpc } from '@/platform';
import type { FormRow } from './form-row.svelte';
import type { RecordForm } from './form.svelte';
import { ownFields } from './kinds';

/** In a reference there may also stand what was typed and means nothing yet, or a row without an id. */
const anId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Looks up what is not known yet, all at once. */
export async function titlesFor(form: RecordForm): Promise<void> {
  const rows = [form.main, ...form.rows];
  const titles = await titlesOf([...new Set(rows.flatMap(unknownIn))]);
  for (const row of rows) row.titles = { ...row.titles, ...titles };
}

/** The saved records that a row refers to without knowing what they are called. */
function unknownIn(row: FormRow): string[] {
  const references = ownFields(row.kind).filter((field) => field.type === 'reference');
  const ids = references.map((field) => String(row.values[field.name] ?? ''));
  return ids.filter((id) => anId.test(id) && row.titles[id] === undefined);
}

/** What records are called, by id; those that are not here have no entry. */
async function titlesOf(ids: string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await rpc('rows', { ids });
  return Object.fromEntries(rows.map((row) => [row.id, row.title]));
}

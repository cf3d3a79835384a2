// What the records are called that a form refers to.
import { rpc } from '@/platform';
import { isUnsaved } from './form-values';
import type { RecordForm } from './form.svelte';
import { ownFields } from './kinds';

/** What records are called, by id; those that are not here have no entry. */
export async function titlesOf(ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const rows = await rpc('rows', { ids: [...ids] });
  return Object.fromEntries(rows.map((row) => [row.id, row.title]));
}

/** Looks up what is not known yet. */
export async function titlesFor(form: RecordForm): Promise<void> {
  for (const row of [form.main, ...form.rows]) {
    const references = ownFields(row.kind).filter((field) => field.type === 'reference');
    const values = references.map((field) => String(row.values[field.name] ?? ''));
    const ids = values.filter((id) => id !== '' && !isUnsaved(id) && row.titles[id] === undefined);
    const titles = await titlesOf(ids).catch(() => ({}));
    row.titles = { ...row.titles, ...titles };
  }
}

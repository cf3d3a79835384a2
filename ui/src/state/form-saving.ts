// What of a form goes into a save, and in which words.
import type { Draft } from '@/generated/wire';
import type { FormRow } from './form-row.svelte';
import type { RecordForm } from './form.svelte';
import { toWire, unsavedKey } from './form-values';
import { kindOf, ownFields } from './kinds';

/** The rows that go into the save, owners first. */
export function rowsToSave(form: RecordForm): FormRow[] {
  const { main } = form;
  const rows = form.rows.filter((row) => row.owner !== null && row.holdsTyping);
  const needed = new Set<FormRow>(main.id === null || main.dirty ? [main] : []);
  for (const row of rows) {
    // A new row under a blank new one still needs the one above it.
    if (row.owner && row.owner.id === null) needed.add(row.owner);
    needed.add(row);
  }
  // Records made along the way, unless nothing refers to them any more.
  for (const row of needed) {
    for (const value of Object.values(row.values)) {
      const related = form.related(value);
      if (related) needed.add(related);
    }
  }
  return [...needed];
}

/** These rows as drafts, each naming the others by their place. */
export function draftsOf(order: readonly FormRow[]): Draft[] {
  const placeOf = (key: string) => `#${order.findIndex((row) => row.key === key)}`;
  return order.map((row): Draft => {
    const fields: Draft['fields'] = {};
    for (const field of ownFields(row.kind)) {
      const value = row.values[field.name] ?? '';
      if (row.id !== null && value === row.base[field.name]) continue;
      const wire = toWire(field, value);
      if (row.id === null && (wire === null || wire === false)) continue;
      const unsaved = unsavedKey(wire);
      fields[field.name] = unsaved === undefined ? wire : placeOf(unsaved);
    }
    const ownerField = kindOf(row.kind)?.owner;
    if (row.id === null && row.owner && ownerField) {
      fields[ownerField] = row.owner.id ?? placeOf(row.owner.key);
    }
    return { id: row.id, kind: row.kind, fields };
  });
}

// Between what the wire says and what stands in a form, where everything but yes/no is text.
import type { FieldSchema } from '@/generated/schema';
import type { WireValue } from '@/generated/wire';

export type FormValue = string | boolean;
export type FormValues = Record<string, FormValue>;

/** A reference to a row of the same form that has no id yet: this, and the row's key. */
export const unsavedMark = 'unsaved:';

/** The key of the unsaved row that a value refers to; undefined where it refers to none. */
export function unsavedKey(value: unknown): string | undefined {
  const refers = typeof value === 'string' && value.startsWith(unsavedMark);
  return refers ? value.slice(unsavedMark.length) : undefined;
}

export function toForm(field: FieldSchema, value: WireValue | null | undefined): FormValue {
  if (field.type === 'boolean') return value === true;
  return value === null || value === undefined ? '' : String(value);
}

/** `null` empties a field. What is no number stays text, for the api to say so. */
export function toWire(field: FieldSchema, value: FormValue): WireValue | null {
  if (typeof value === 'boolean') return value;
  const text = field.type === 'long-text' ? value : value.trim();
  if (text === '') return null;
  if (field.type === 'integer' && /^\d{1,15}$/.test(text)) return Number(text);
  return text;
}

/** The values of every field, from a record or empty. */
export function formValues(
  fields: readonly FieldSchema[],
  known: Record<string, WireValue | null> = {},
): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, toForm(field, known[field.name])]));
}

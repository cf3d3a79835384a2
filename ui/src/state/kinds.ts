// What the generated schema says about kinds and fields, in the ways the interface asks.
import { SCHEMA, type FieldSchema, type KindName, type KindSchema } from '@/generated/schema';
import { t, tIfKnown } from '@/i18n';

/** The kinds that have a list and pages of their own, in the sidebar's order. */
export const mainKinds = [
  'institution',
  'person',
  'agreement',
  'event',
  'follow-up',
  'tag',
] as const satisfies readonly KindName[];

export type MainKind = (typeof mainKinds)[number];

export function isMainKind(name: string): name is MainKind {
  return (mainKinds as readonly string[]).includes(name);
}

/** The kind of that name; undefined for one that only a newer program knows. */
export function kindOf(name: string): KindSchema | undefined {
  return Object.hasOwn(SCHEMA, name) ? SCHEMA[name as KindName] : undefined;
}

export function fieldOf(kind: string, name: string): FieldSchema | undefined {
  return kindOf(kind)?.fields.find((field) => field.name === name);
}

/** Whether a column of this name has whom records of the kind are told with. */
export function tellsCompanions(kind: string, column: string): boolean {
  return kindOf(kind)?.companions === column;
}

/** The fields an officer fills in: all but the one that names the owner. */
export function ownFields(kind: string): readonly FieldSchema[] {
  return kindOf(kind)?.fields.filter((field) => field.type !== 'owner') ?? [];
}

/** "Institution". */
export function kindLabel(kind: string): string {
  return tIfKnown(`kind-${kind}`) ?? kind;
}

/** "Institutions". */
export function kindPlural(kind: string): string {
  return tIfKnown(`kind-${kind}.plural`) ?? kind;
}

/** What stands above the names of records in a list: the field that they are, where that is one. */
export function titleLabel(kind: string): string {
  const field = ['title', 'name'].find((name) => fieldOf(kind, name));
  return field ? fieldLabel(kind, field) : t('column-title');
}

export function fieldLabel(kind: string, field: string): string {
  return tIfKnown(`field-${kind}-${field}`) ?? field;
}

/** The label of what a change sets: a field, or what every record has besides its fields. */
export function changedLabel(kind: string, field: string): string {
  if (field === 'deleted') return t('field-deleted');
  return field === 'left-out' ? t('field-left-out') : fieldLabel(kind, field);
}

/** A code's name; the officer's own word stays as it is. */
export function choiceLabel(kind: string, field: string, code: string): string {
  return tIfKnown(`choice-${kind}-${field}-${code}`) ?? code;
}

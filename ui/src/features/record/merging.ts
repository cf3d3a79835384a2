// What two records that are the same say otherwise, and what goes over from one to the other.
import type { FieldSchema } from '@/generated/schema';
import type { Detail, Row } from '@/generated/wire';
import { formatNumber, t } from '@/i18n';
import { kindLabel, kindPlural, ownFields } from '@/state/kinds';

/** The fields in which the duplicate says something that the record kept does not. */
export function differing(kept: Row, duplicate: Row): FieldSchema[] {
  return ownFields(kept.kind).filter(({ name }) => {
    const value = duplicate.fields[name] ?? null;
    return value !== null && value !== (kept.fields[name] ?? null);
  });
}

/** What is not known of the record kept is taken, unless the officer says otherwise. */
export function takenAtFirst(kept: Row, duplicate: Row): Record<string, boolean> {
  const fields = differing(kept, duplicate);
  return Object.fromEntries(fields.map(({ name }) => [name, (kept.fields[name] ?? null) === null]));
}

/** What belongs and refers to the duplicate: "2 contacts", "1 party". */
export function comesAlong(duplicate: Detail): string[] {
  const counted = new Map<string, number>();
  const count = (kind: string, more: number) =>
    more > 0 && counted.set(kind, (counted.get(kind) ?? 0) + more);
  for (const { kind, rows } of duplicate.owned) count(kind, rows.length);
  for (const { kind, total } of duplicate.referring) count(kind, total);
  return [...counted].map(([kind, n]) =>
    t('merge-count', {
      count: formatNumber(n),
      kind: n === 1 ? kindLabel(kind) : kindPlural(kind),
    }),
  );
}

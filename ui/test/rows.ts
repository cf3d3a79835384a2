// Records as the api would send them, for tests: only what a test says, the rest empty.
import { SCHEMA, type KindName } from '@/generated/schema';
import type { Detail, Row, WireValue } from '@/generated/wire';

export function row(kind: KindName, id: string, fields: Record<string, WireValue> = {}): Row {
  const all = SCHEMA[kind].fields.map((field) => [field.name, fields[field.name] ?? null]);
  return {
    id,
    kind,
    title: String(fields.name ?? fields.title ?? id),
    fields: Object.fromEntries(all) as Row['fields'],
    titles: {},
    erased: [],
    companions: [],
    conflicts: [],
    deleted: false,
    left_out: false,
    state: null,
  };
}

/** A record with the rows that belong to it, grouped as the api groups them. */
export function detail(record: Row, owned: readonly Row[] = [], seen = '1.0'): Detail {
  const kinds = [...new Set(owned.map((each) => each.kind))];
  return {
    record,
    owned: kinds.map((kind) => ({ kind, rows: owned.filter((each) => each.kind === kind) })),
    referring: [],
    seen,
    instead: null,
  };
}

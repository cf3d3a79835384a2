// Which fields a list can be filtered by, and what a filter says in words.
import { SvelteMap } from 'svelte/reactivity';
import { SCHEMA, STATE_CODES, type FieldSchema, type KindName } from '@/generated/schema';
import type { Filter } from '@/generated/wire';
import { countryName, formatDate, t } from '@/i18n';
import { rpc } from '@/platform';
import { attempt } from '@/state/failures';
import {
  choiceLabel,
  fieldLabel,
  fieldOf,
  kindLabel,
  ownFields,
  type MainKind,
} from '@/state/kinds';

/** What the rows of a record say: it has this tag, this party, this topic. */
interface RowField {
  name: string;
  type: 'text' | 'reference';
  kinds: readonly KindName[];
}

/** What an agreement's dates mean today: worked out, and in no field either. */
interface StateField {
  name: 'state';
  type: 'choice';
  codes: readonly string[];
}

export type FilterField = FieldSchema | RowField | StateField;

const stateField: StateField = { name: 'state', type: 'choice', codes: STATE_CODES };
const types: readonly string[] = ['choice', 'date', 'country', 'reference', 'boolean'];

export function filterFields(kind: MainKind): FilterField[] {
  const fields = ownFields(kind).filter((field) => field.listed && types.includes(field.type));
  const derived = kind === 'agreement' ? [stateField] : [];
  return [...derived, ...fields, ...rowFields(kind)];
}

function rowFields(kind: MainKind): RowField[] {
  const fields = SCHEMA[kind].owned.flatMap((rows) => SCHEMA[rows].fields);
  return fields.flatMap(({ filters: name, ...field }): RowField[] => {
    if (name === null) return [];
    const kinds = field.type === 'reference' ? field.kinds : [];
    return [{ name, type: kinds.length > 0 ? 'reference' : 'text', kinds }];
  });
}

export function filterFieldOf(kind: MainKind, name: string): FilterField | undefined {
  return filterFields(kind).find((field) => field.name === name);
}

export function filterLabel(kind: MainKind, field: string): string {
  if (fieldOf(kind, field)) return fieldLabel(kind, field);
  // What rows are filtered by is called as they are.
  return field === stateField.name ? t('column-state') : kindLabel(field);
}

/** What one of the values to choose from is called. */
export function filterValueLabel(kind: MainKind, field: string, value: string): string {
  return fieldOf(kind, field) ? choiceLabel(kind, field, value) : t(`state-word-${value}`);
}

export class FilterWords {
  /** Filters by record are kept in the address as ids: their names are asked for. */
  #titles = new SvelteMap<string, string>();

  constructor(readonly kind: MainKind) {}

  /** Asks for the names that these filters need. */
  async name(filters: readonly Filter[]): Promise<void> {
    const ids = filters
      .filter(({ field }) => this.#typeOf(field) === 'reference')
      .flatMap(({ test }) => (typeof test === 'object' && 'any-of' in test ? test['any-of'] : []))
      .filter((id) => !this.#titles.has(id));
    if (ids.length === 0) return;
    await attempt(async () => {
      for (const row of await rpc('rows', { ids })) this.#titles.set(row.id, row.title);
    });
  }

  describe({ field, test }: Filter): string {
    if (test === 'unknown') return t('filter-unknown');
    if (test === 'known') return t('filter-known');
    if ('any-of' in test) return this.#describeValues(field, test['any-of']);
    const from = formatDate(test.between.from);
    const to = formatDate(test.between.to);
    if (!to) return t('filter-since', { from });
    return from ? t('filter-between', { from, to }) : t('filter-until', { to });
  }

  #describeValues(field: string, values: readonly string[]): string {
    const [first = '', ...others] = values.map((value) => this.#valueLabel(field, value));
    if (others.length > 1) return t('filter-and-more', { first, count: others.length });
    return [first, ...others].join(', ');
  }

  #typeOf(field: string): string | undefined {
    return filterFieldOf(this.kind, field)?.type;
  }

  #valueLabel(field: string, value: string): string {
    switch (this.#typeOf(field)) {
      case 'country':
        return countryName(value);
      case 'choice':
        return filterValueLabel(this.kind, field, value);
      case 'text':
        return value;
      default:
        return this.#titles.get(value) ?? '…';
    }
  }
}

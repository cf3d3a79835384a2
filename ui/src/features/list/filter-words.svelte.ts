// Which fields a list can be filtered by, and what a filter says in words.
import { SvelteMap } from 'svelte/reactivity';
import type { FieldSchema, KindName } from '@/generated/schema';
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

/** A tag is on a record rather than in a field of it, but is filtered by all the same. */
export interface TagField {
  name: 'tag';
  type: 'reference';
  kinds: readonly KindName[];
}

export type FilterField = FieldSchema | TagField;

const tagField: TagField = { name: 'tag', type: 'reference', kinds: ['tag'] };
const types: readonly string[] = ['choice', 'date', 'country', 'reference', 'boolean'];

export function filterFields(kind: MainKind): FilterField[] {
  const fields = ownFields(kind).filter((field) => field.listed && types.includes(field.type));
  return kind === 'tag' ? fields : [...fields, tagField];
}

export function filterLabel(kind: MainKind, field: string): string {
  return field === 'tag' ? kindLabel('tag') : fieldLabel(kind, field);
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
    return field === 'tag' ? tagField.type : fieldOf(this.kind, field)?.type;
  }

  #valueLabel(field: string, value: string): string {
    switch (this.#typeOf(field)) {
      case 'country':
        return countryName(value);
      case 'choice':
        return choiceLabel(this.kind, field, value);
      default:
        return this.#titles.get(value) ?? '…';
    }
  }
}

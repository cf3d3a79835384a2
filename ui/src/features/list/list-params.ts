// A list's text, order and filters, to and from the address:
//   q=shanghai   sort=-start   f.country=CN|PK   f.start=2023-01-01..2023-12-31
//   f.city=?  (not known)      f.city=*  (known)      f.topic=optics%2E  (a value with such a sign)
import type { Filter, FilterTest } from '@/generated/wire';
import type { ListQuery } from '@/state/list.svelte';

type Params = Readonly<Record<string, string>>;

const prefix = 'f.';

export function filtersOf(params: Params): Filter[] {
  return Object.entries(params)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, text]) => ({ field: name.slice(prefix.length), test: testOf(text) }));
}

function testOf(text: string): FilterTest {
  if (text === '?') return 'unknown';
  if (text === '*') return 'known';
  const span = /^([\d-]*)\.\.([\d-]*)$/.exec(text);
  if (span) return { between: { from: span[1] || null, to: span[2] || null } };
  return { 'any-of': text.split('|').map(unescaped) };
}

/** Without the signs that mean something here. */
function escaped(value: string): string {
  return value.replace(/[%|?*.]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unescaped(text: string): string {
  return text.replace(/%([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

function textOf(test: FilterTest): string {
  if (test === 'unknown') return '?';
  if (test === 'known') return '*';
  if ('between' in test) return `${test.between.from ?? ''}..${test.between.to ?? ''}`;
  return test['any-of'].map(escaped).join('|');
}

/** The address with this filter; null takes the field's filter away. */
export function withFilter(params: Params, field: string, test: FilterTest | null): Params {
  const others = Object.entries(params).filter(([name]) => name !== prefix + field);
  const added = test === null ? [] : [[prefix + field, textOf(test)]];
  return Object.fromEntries([...others, ...added]);
}

/** The address with this part; an empty one is left out. */
export function withParam(params: Params, name: string, value: string): Params {
  const others = Object.entries(params).filter(([other]) => other !== name);
  return Object.fromEntries(value === '' ? others : [...others, [name, value]]);
}

export interface Order {
  sort: string;
  descending: boolean;
}

export function orderOf(params: Params, usual: Order | undefined): Order {
  const { sort } = params;
  if (!sort) return usual ?? { sort: 'title', descending: false };
  return sort.startsWith('-')
    ? { sort: sort.slice(1), descending: true }
    : { sort, descending: false };
}

export function queryOf(kind: string, params: Params, usual: Order | undefined): ListQuery {
  return { kind, text: params.q ?? '', filters: filtersOf(params), ...orderOf(params, usual) };
}

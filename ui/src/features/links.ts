// The address of a record's page.
import { hashOf, type ViewName } from '@/state/router.svelte';
import { isMainKind } from '@/state/kinds';

/** Undefined for kinds without a page of their own. */
export function linkTo(kind: string, id: string): string | undefined {
  if (!isMainKind(kind)) return undefined;
  return hashOf({ view: kind satisfies ViewName, id, mode: 'read', params: {} });
}

/** Likewise for a record of one of several kinds: which one, is found out on the way. */
export function linkToOneOf(kinds: readonly string[], id: string): string | undefined {
  const [kind, another] = kinds.filter(isMainKind);
  if (!another) return kind && linkTo(kind, id);
  return jumpTo(id);
}

/** To the page of a record of which only the id is known, or of what it belongs to. */
export function jumpTo(id: string): string {
  return hashOf({ view: 'record', id, mode: 'read', params: {} });
}

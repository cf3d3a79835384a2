// The keys that go to a place, "g" and then one more.
import { t } from '@/i18n';
import { kindPlural } from '@/state/kinds';
import type { ViewName } from '@/state/router.svelte';

export const places: readonly { keys: string; view: ViewName; label: () => string }[] = [
  { keys: 'g h', view: 'home', label: () => t('nav-home') },
  { keys: 'g c', view: 'conflicts', label: () => t('nav-conflicts') },
  { keys: 'g i', view: 'institution', label: () => kindPlural('institution') },
  { keys: 'g p', view: 'person', label: () => kindPlural('person') },
  { keys: 'g a', view: 'agreement', label: () => kindPlural('agreement') },
  { keys: 'g e', view: 'event', label: () => kindPlural('event') },
  { keys: 'g f', view: 'follow-up', label: () => kindPlural('follow-up') },
  { keys: 'g t', view: 'tag', label: () => kindPlural('tag') },
  { keys: 'g x', view: 'exchange', label: () => t('nav-exchange') },
  { keys: 'g l', view: 'laptops', label: () => t('nav-laptops') },
  { keys: 'g s', view: 'settings', label: () => t('nav-settings') },
];

export function keysOf(view: ViewName): string | undefined {
  return places.find((place) => place.view === view)?.keys;
}

// The keys of the home page: one walks along its lines as in a list.
import { t } from '@/i18n';
import type { Shortcut } from '@/state/shortcuts.svelte';
import { Walk } from '../walking';

/** `tick` gets the id of a follow-up. */
export function homeShortcuts(
  body: () => HTMLElement | undefined,
  tick: (id: string) => Promise<void>,
): Shortcut[] {
  const walk = new Walk(body, 'li a, article li button');

  /** The follow-up that is stood on. */
  const here = () => walk.lines[walk.at]?.closest<HTMLElement>('[data-record]')?.dataset.record;

  /** The line goes when it is done: the keyboard goes to the one that takes its place. */
  async function tickHere() {
    const id = here();
    if (id === undefined) return;
    walk.lines[walk.at + 1]?.focus();
    await tick(id);
  }

  const done: Shortcut = {
    keys: 'x',
    label: () => t('shortcut-tick'),
    group: 'list',
    when: () => here() !== undefined,
    run: () => void tickHere(),
  };
  return [...walk.shortcuts, done];
}

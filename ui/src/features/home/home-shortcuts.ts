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

  /** The line goes when it is done: the keyboard goes to the one that takes its place. */
  async function tickHere() {
    const { lines, at } = walk;
    const id = lines[at]?.closest<HTMLElement>('[data-record]')?.dataset.record;
    if (id === undefined) return;
    lines[at + 1]?.focus();
    await tick(id);
  }

  const label = () => t('shortcut-tick');
  return [...walk.shortcuts, { keys: 'x', label, group: 'list', run: () => void tickHere() }];
}

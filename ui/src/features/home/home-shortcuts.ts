// The keys of the home page: its lines are links, between which one walks as in a list.
import { t } from '@/i18n';
import { unfocused, type Shortcut } from '@/state/shortcuts.svelte';

/** The lines in the order in which they are read; `tick` gets the id of a follow-up. */
export function homeShortcuts(
  body: () => HTMLElement | undefined,
  tick: (id: string) => Promise<void>,
): Shortcut[] {
  const lines = () => [...(body()?.querySelectorAll<HTMLElement>('li a') ?? [])];
  const stoodOn = () => lines().findIndex((line) => line === document.activeElement);

  function move(by: number) {
    const all = lines();
    const at = stoodOn();
    all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
  }

  /** The line goes when it is done: the keyboard goes to the one that takes its place. */
  async function tickHere() {
    const at = stoodOn();
    const id = lines()[at]?.closest<HTMLElement>('[data-record]')?.dataset.record;
    if (id === undefined) return;
    lines()[at + 1]?.focus();
    await tick(id);
  }

  const group = 'list';
  const next = { label: () => t('shortcut-next'), group, run: () => move(1) } as const;
  const previous = { label: () => t('shortcut-previous'), group, run: () => move(-1) } as const;
  return [
    { keys: 'j', ...next },
    { keys: 'k', ...previous },
    { keys: 'ArrowDown', ...next, alias: true, when: () => unfocused.when() || stoodOn() >= 0 },
    { keys: 'ArrowUp', ...previous, alias: true, when: () => unfocused.when() || stoodOn() >= 0 },
    { keys: 'x', label: () => t('shortcut-tick'), group, run: () => void tickHere() },
  ];
}

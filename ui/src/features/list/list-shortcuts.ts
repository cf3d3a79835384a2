// The keys that every list answers to, whatever it lists.
import { t } from '@/i18n';
import { unfocused, type Shortcut } from '@/state/shortcuts.svelte';

export interface ListDeeds {
  move: (by: number) => void;
  open: (mode: 'read' | 'edit') => void;
  create: () => void;
  remove: () => void;
  /** Whether the keys of a record mean the row: not beside an open record, which has them itself. */
  onRow: () => boolean;
}

export function listShortcuts({ move, open, create, remove, onRow }: ListDeeds): Shortcut[] {
  const group = 'list';
  const next = { label: () => t('shortcut-next'), group, run: () => move(1) } as const;
  const previous = { label: () => t('shortcut-previous'), group, run: () => move(-1) } as const;
  return [
    { keys: 'j', ...next },
    { keys: 'k', ...previous },
    { keys: 'ArrowDown', ...next, ...unfocused },
    { keys: 'ArrowUp', ...previous, ...unfocused },
    {
      keys: 'Enter',
      label: () => t('shortcut-open'),
      group,
      when: unfocused.when,
      run: () => open('read'),
    },
    { keys: 'n', label: () => t('shortcut-new'), group, run: create },
    { keys: 'e', label: () => t('action-edit'), group, when: onRow, run: () => open('edit') },
    { keys: 'Delete', label: () => t('action-delete'), group, when: onRow, run: remove },
  ];
}

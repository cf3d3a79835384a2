// The keys that every list answers to, whatever it lists.
import { t } from '@/i18n';
import { unfocused, type Shortcut } from '@/state/shortcuts.svelte';
import { walkKeys } from '../walking';

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
  return [
    ...walkKeys(move, unfocused),
    {
      keys: 'Enter',
      label: () => t('shortcut-open'),
      group,
      when: unfocused,
      run: () => open('read'),
    },
    { keys: 'n', label: () => t('shortcut-new'), group, run: create },
    { keys: 'e', label: () => t('action-edit'), group, when: onRow, run: () => open('edit') },
    { keys: 'Delete', label: () => t('action-delete'), group, when: onRow, run: remove },
  ];
}

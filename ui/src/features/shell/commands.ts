// What the palette offers besides records: every place, every deed, by name.
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import CornerDownLeft from '@lucide/svelte/icons/corner-down-left';
import GitFork from '@lucide/svelte/icons/git-fork';
import House from '@lucide/svelte/icons/house';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import Laptop from '@lucide/svelte/icons/laptop';
import LogOut from '@lucide/svelte/icons/log-out';
import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import Plus from '@lucide/svelte/icons/plus';
import Redo from '@lucide/svelte/icons/redo-2';
import Settings from '@lucide/svelte/icons/settings';
import Sun from '@lucide/svelte/icons/sun';
import Trash from '@lucide/svelte/icons/trash';
import Undo from '@lucide/svelte/icons/undo-2';
import type { Icon } from '@/components/icon';
import { languages, t } from '@/i18n';
import { redo, undo } from '@/state/deeds';
import { attempt } from '@/state/failures';
import { kindPlural, mainKinds } from '@/state/kinds';
import { router, type ViewName } from '@/state/router.svelte';
import { session } from '@/state/session.svelte';
import { shortcuts } from '@/state/shortcuts.svelte';
import { iconOf } from '../kind-icons';
import { keysOf } from './places';

export interface Command {
  key: string;
  label: string;
  icon: Icon;
  keys?: string;
  run: () => void;
}

const places: readonly { view: ViewName; name: string; icon: Icon }[] = [
  { view: 'home', name: 'nav-home', icon: House },
  { view: 'conflicts', name: 'nav-conflicts', icon: GitFork },
  { view: 'exchange', name: 'nav-exchange', icon: ArrowRightLeft },
  { view: 'laptops', name: 'nav-laptops', icon: Laptop },
  { view: 'trash', name: 'nav-trash', icon: Trash },
  { view: 'settings', name: 'nav-settings', icon: Settings },
];

export function commands(showHelp: () => void): Command[] {
  return [...here(), ...creations(), ...goings(), ...deeds(showHelp), ...preferences()];
}

/** What can be done to the open record or in the list, by the names that the shortcuts have; walking aside. */
function here(): Command[] {
  const elsewhere = ['j', 'k', 'n'];
  return shortcuts
    .applying(['record', 'list'])
    .filter(({ keys }) => !elsewhere.includes(keys))
    .map(({ keys, label, run }) => ({
      key: `here-${keys || label()}`,
      label: label(),
      icon: CornerDownLeft,
      ...(keys ? { keys } : {}),
      run,
    }));
}

function creations(): Command[] {
  return mainKinds.map((kind) => ({
    key: `new-${kind}`,
    label: t(`new-${kind}`),
    icon: Plus,
    run: () => router.go({ view: kind, mode: 'new' }),
  }));
}

function goings(): Command[] {
  const lists = mainKinds.map((kind) => going(kind, kindPlural(kind), iconOf(kind)));
  return [...lists, ...places.map(({ view, name, icon }) => going(view, t(name), icon))];
}

function going(view: ViewName, label: string, icon: Icon): Command {
  const keys = keysOf(view);
  const run = () => router.go({ view });
  return { key: `go-${view}`, label, icon, ...(keys ? { keys } : {}), run };
}

function deeds(showHelp: () => void): Command[] {
  const workspace = session.workspace;
  return [
    ...(workspace?.can_undo
      ? [
          {
            key: 'undo',
            label: t('action-undo'),
            icon: Undo,
            keys: 'Mod+z',
            run: () => void undo(),
          },
        ]
      : []),
    ...(workspace?.can_redo
      ? [
          {
            key: 'redo',
            label: t('action-redo'),
            icon: Redo,
            keys: 'Mod+Shift+z',
            run: () => void redo(),
          },
        ]
      : []),
    { key: 'help', label: t('shortcuts-title'), icon: Keyboard, keys: '?', run: showHelp },
    {
      key: 'close',
      label: t('workspace-close'),
      icon: LogOut,
      run: () => void attempt(() => session.close()),
    },
  ];
}

function preferences(): Command[] {
  const themes = [
    { theme: 'light', icon: Sun },
    { theme: 'dark', icon: Moon },
    { theme: 'system', icon: Monitor },
  ] as const;
  return [
    ...themes.map(({ theme, icon }) => ({
      key: `theme-${theme}`,
      label: t(`theme-use-${theme}`),
      icon,
      run: () => void attempt(() => session.prefer({ theme })),
    })),
    ...languages.map(({ tag, name }) => ({
      key: `language-${tag}`,
      label: t('language-use', { name }),
      icon: Languages,
      run: () => void attempt(() => session.prefer({ language: tag })),
    })),
  ];
}

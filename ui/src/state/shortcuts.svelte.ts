// Every shortcut of the interface, in one place: pressed here, and listed in the help.
import { untrack } from 'svelte';
import { strokeOf } from '@/i18n/keys';

/** The groups of the help sheet, in its order. */
export const shortcutGroups = ['everywhere', 'go', 'list', 'record'] as const;

export interface Shortcut {
  /** "Mod+K", "g i", "?": see keys.ts. Empty for what only the commands offer. */
  keys: string;
  /** What it does, in the officer's language. */
  label: () => string;
  group: (typeof shortcutGroups)[number];
  run: () => void;
  /** Also while one types in a field. Only for strokes that type nothing. */
  whileTyping?: boolean;
  /** Whether it applies now; otherwise the key is left to others. */
  when?: () => boolean;
  /** Another key for the same, not listed in the help. */
  alias?: boolean;
}

/** How long the first key of "g i" waits for the second. */
const sequencePause = 1200;

class Shortcuts {
  #all = $state.raw<readonly Shortcut[]>([]);
  #begun: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get all(): readonly Shortcut[] {
    return this.#all;
  }

  /** Those of these groups that a key would run now: of several on one key the newest. */
  applying(groups: readonly Shortcut['group'][]): Shortcut[] {
    const apply = this.#all.filter(
      ({ group, alias, when }) => groups.includes(group) && !alias && when?.() !== false,
    );
    return apply.filter(
      ({ keys }, at) => keys === '' || apply.findIndex((one) => one.keys === keys) === at,
    );
  }

  /** Adds some; returns how to remove them. The newest win. */
  add(...added: Shortcut[]): () => void {
    // Adding is no reason to add again: the effect that adds must not follow the list.
    this.#all = [...added, ...untrack(() => this.#all)];
    return () => {
      this.#all = this.#all.filter((shortcut) => !added.includes(shortcut));
    };
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
    if (isElsewhere(event.target)) return;
    const stroke = strokeOf(event);
    const keys = this.#begun ? `${this.#begun} ${stroke}` : stroke;
    this.#forget();
    const typing = isTyping(event.target);
    const found = this.#all.find(
      (shortcut) =>
        shortcut.keys.toLowerCase() === keys.toLowerCase() &&
        (shortcut.whileTyping || !typing) &&
        shortcut.when?.() !== false,
    );
    if (found) {
      event.preventDefault();
      found.run();
    } else if (!typing && this.#begins(keys)) {
      event.preventDefault();
      this.#begun = keys;
      this.#timer = setTimeout(() => this.#forget(), sequencePause);
    }
  }

  #begins(keys: string): boolean {
    return this.#all.some((shortcut) =>
      shortcut.keys.toLowerCase().startsWith(`${keys.toLowerCase()} `),
    );
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#begun = null;
  }
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key);
}

/** Dialogs, menus and lists of choices have the keyboard to themselves. */
function isElsewhere(target: EventTarget | null): boolean {
  const own = '[role="dialog"], [role="menu"], [role="listbox"]';
  return target instanceof Element && target.closest(own) !== null;
}

/** Whether keys go into a text that one is writing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

export const shortcuts = new Shortcuts();

/** For keys that a focused control has its own use for: they apply while nothing has the keyboard. */
export function unfocused(): boolean {
  return document.activeElement === document.body;
}

// Walking along a list, or along what a page offers as along one: its lines are links or buttons, of which one has
// the keyboard.
import { t } from '@/i18n';
import { unfocused, type Shortcut } from '@/state/shortcuts.svelte';

/** The keys that lead on and back; the arrows are among them while `arrows` says so. */
export function walkKeys(move: (by: number) => void, arrows?: () => boolean): Shortcut[] {
  const group = 'list';
  const next = { label: () => t('shortcut-next'), group, run: () => move(1) } as const;
  const previous = { label: () => t('shortcut-previous'), group, run: () => move(-1) } as const;
  const letters = [
    { keys: 'j', ...next },
    { keys: 'k', ...previous },
  ];
  if (!arrows) return letters;
  return [
    ...letters,
    { keys: 'ArrowDown', ...next, alias: true, when: arrows },
    { keys: 'ArrowUp', ...previous, alias: true, when: arrows },
  ];
}

export class Walk {
  constructor(
    /** What scrolls. */
    readonly body: () => HTMLElement | undefined,
    /** Of the lines, in the order in which they are read. */
    readonly selector: string,
  ) {}

  get lines(): HTMLElement[] {
    return [...(this.body()?.querySelectorAll<HTMLElement>(this.selector) ?? [])];
  }

  /** Which of the lines has the keyboard; -1 for none. */
  get at(): number {
    return this.lines.findIndex((line) => line === document.activeElement);
  }

  move(by: number): void {
    const { lines, at } = this;
    lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))]?.focus();
  }

  /** Arrows are left to whatever else has the keyboard. */
  readonly #free = () => unfocused() || document.activeElement === this.body() || this.at >= 0;

  get shortcuts(): Shortcut[] {
    return walkKeys((by) => this.move(by), this.#free);
  }
}

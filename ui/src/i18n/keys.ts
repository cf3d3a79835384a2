// Shortcuts are written "Mod+K", "g i", "Shift+Delete": strokes parted by spaces.
// "Mod" is Command on a Mac and Control elsewhere.

const onMac = /mac/i.test(navigator.platform);

const marks: Record<string, string> = onMac
  ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '⏎', Escape: 'esc', Delete: '⌫' }
  : { Mod: 'Ctrl', Enter: '↵', Escape: 'Esc', Delete: 'Del' };

const arrows: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** What stands on the keys of each stroke. */
export function keyNames(keys: string): string[][] {
  return keys.split(' ').map((stroke) =>
    stroke.split('+').map((key) => {
      const mark = marks[key] ?? arrows[key];
      return mark ?? (key.length === 1 ? key.toUpperCase() : key);
    }),
  );
}

/** The stroke that a key press makes, written as shortcuts are. */
export function strokeOf(event: KeyboardEvent): string {
  const mod = onMac ? event.metaKey : event.ctrlKey;
  const letter = event.key.length === 1;
  // Shift is part of the character ("?"), save with a modifier, where it makes another stroke.
  const shift = event.shiftKey && (!letter || mod || event.altKey);
  const key = letter ? event.key.toLowerCase() : event.key;
  return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

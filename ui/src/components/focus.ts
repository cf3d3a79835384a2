// Where the keyboard is.

/** Whether what had the keyboard is gone, and it would have to begin at the top of the window. */
export function isNowhere(): boolean {
  const at = document.activeElement;
  return !at || at === document.body;
}

/**
 * Gives the keyboard to what one has come to, from the sidebar or from nowhere.
 * Whoever is in a field or in a record keeps it.
 */
export function takeKeyboard(element: HTMLElement | undefined): void {
  if (isNowhere() || document.activeElement?.closest('nav'))
    element?.focus({ preventScroll: true });
}

// Where the keyboard is.

/** Whether what had the keyboard is gone, and it would have to begin at the top of the window. */
export function isNowhere(): boolean {
  const at = document.activeElement;
  return !at || at === document.body;
}

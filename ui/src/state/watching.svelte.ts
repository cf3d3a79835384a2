// Doing something whenever what was read changes, outside a component.

/** Calls back at once and after every change of what `read` reads; returns how to stop. */
export function watching(read: () => unknown, changed: () => void): () => void {
  return $effect.root(() => {
    $effect(() => {
      read();
      changed();
    });
  });
}

// The keys that walk through a list of rows, of whatever they are.

const pageSteps: Record<string, (page: number, all: number) => number> = {
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  PageDown: (page) => page,
  PageUp: (page) => -page,
  Home: (_page, all) => -all,
  End: (_page, all) => all,
};

/** How far a key moves in a list of that many rows; undefined when it does not. */
export function stepOf(event: KeyboardEvent, page: number, all: number): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return pageSteps[event.key]?.(page, all);
}

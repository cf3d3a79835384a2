/** What the window of a long list shows. */
export interface View {
  /** How far it is scrolled, in pixels. */
  top: number;
  /** How much is seen, in pixels. */
  height: number;
  rowHeight: number;
  count: number;
  /** Rows drawn beyond either edge, so that scrolling finds them ready. */
  spare: number;
}

/** The first and last row to draw, both included; last is before first when there is none. */
export function visibleRange({ top, height, rowHeight, count, spare }: View): {
  first: number;
  last: number;
} {
  const first = Math.max(0, Math.floor(top / rowHeight) - spare);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + spare);
  return { first: Math.min(first, Math.max(0, count - 1)), last };
}

/** Where a list is scrolled to so that the row that starts at `start` is in sight; all in pixels. */
export function scrolledTo(
  start: number,
  { top, seen, rowHeight }: { top: number; seen: number; rowHeight: number },
): number {
  const end = start + rowHeight;
  if (start >= top && end <= top + seen) return top;
  // Within a page of what is seen one follows the movement; from farther away one looks around.
  if (start >= top - seen && start < top) return start;
  if (end > top + seen && end <= top + 2 * seen) return end - seen;
  return Math.max(0, start - (seen - rowHeight) / 2);
}

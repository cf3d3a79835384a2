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

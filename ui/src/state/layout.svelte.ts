/** How the officer has arranged the window; forgotten when it closes. */
class Layout {
  /** The list beside an open record, in pixels. */
  listWidth = $state(320);
}

export const layout = new Layout();

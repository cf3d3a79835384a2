import { afterEach } from 'vitest';

// The test's document has no top layer to put things in.
HTMLElement.prototype.showPopover ??= () => undefined;

afterEach(() => {
  document.body.replaceChildren();
});

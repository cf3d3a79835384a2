// Places a list or panel beside the field it belongs to, in the browser's top layer:
// no pane can cut it off, and it stays inside its dialog's own part of the document.
import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import type { Attachment } from 'svelte/attachments';

interface Place {
  /** Never narrower than the field. */
  matchWidth?: boolean;
  align?: 'start' | 'end';
}

export function floating(
  anchor: () => HTMLElement | undefined,
  { matchWidth = true, align = 'start' }: Place = {},
): Attachment<HTMLElement> {
  return (panel) => {
    const field = anchor();
    if (!field) return;
    panel.popover = 'manual';
    panel.showPopover();
    const place = async () => {
      const { x, y } = await computePosition(field, panel, {
        strategy: 'fixed',
        placement: `bottom-${align}`,
        middleware: [
          offset(4),
          flip({ padding: 8 }),
          shift({ padding: 8 }),
          size({
            padding: 8,
            apply({ rects, availableHeight, elements }) {
              const style = elements.floating.style;
              if (matchWidth) style.minInlineSize = `${rects.reference.width}px`;
              style.maxBlockSize = `${Math.max(120, Math.min(340, availableHeight))}px`;
            },
          }),
        ],
      });
      Object.assign(panel.style, { left: `${x}px`, top: `${y}px` });
    };
    return autoUpdate(field, panel, () => void place());
  };
}

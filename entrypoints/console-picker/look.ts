/** How what we show over a page looks, whatever the page's own rules say. */

export const HOST_STYLE = {
  all: 'initial',
  position: 'fixed',
  'z-index': '2147483647',
  margin: '0',
  padding: '0',
};
export const LOOK = {
  border: '1px solid rgb(128 128 128 / 45%)',
  'border-radius': '8px',
  overflow: 'hidden',
  'box-shadow': '0 6px 24px rgb(0 0 0 / 28%)',
};

/** No rule of the page's says otherwise. Not by a stylesheet: its policy may forbid those. */
export function dress(element: HTMLElement, style: Record<string, string>): void {
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value, 'important');
}

/** Over the page's own dialogs. */
export function bringToTop(host: HTMLElement): void {
  host.popover = 'manual';
  host.showPopover();
}

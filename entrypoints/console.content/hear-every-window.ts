/** What is typed in a frame is heard in that frame only. */

/** @param listen is called once for the page and for each frame of its own, from when the focus first goes there */
export function hearEveryWindow(signal: AbortSignal, listen: (page: Document, view: Window) => void): void {
  const heard = new WeakSet<Document>();
  const enter = (page: Document | null | undefined) => {
    const view = page?.defaultView;
    if (!page || !view || heard.has(page) || signal.aborted) return;
    heard.add(page);
    listen(page, view);
    // The frame is not yet the one with the focus while the page loses it.
    view.addEventListener('blur', () => setTimeout(enterFocused, 0, page), { capture: true, signal });
    enterFocused(page);
  };
  const enterFocused = ({ activeElement }: Document) =>
    enter((activeElement as Partial<HTMLIFrameElement> | null)?.contentDocument);
  enter(document);
}

/** The ways into an editor. Each acts at the caret, dispatches no key and clicks nothing. */
import type { Reply } from '../../../utils/text/format-reply.ts';

export type Way = (editor: HTMLElement, reply: Reply) => void;

/** The browser's own typing command, in one go. */
export const typeWhole: Way = (editor, { text }) => {
  editor.ownerDocument.execCommand('insertText', false, text);
};

/** One command a line: a single command would wrap lines in `<div>`s, which a console can send as text. */
export const typeLines: Way = (editor, { text }) => {
  text.split('\n').forEach((line, at) => {
    if (at > 0) editor.ownerDocument.execCommand('insertLineBreak');
    if (line) editor.ownerDocument.execCommand('insertText', false, line);
  });
};

export const pasteText: Way = (editor, { text }) => paste(editor, { 'text/plain': text });

export const pasteHtml: Way = (editor, { text, html }) =>
  paste(editor, { 'text/plain': text, 'text/html': html });

/** A page's own classes. Firefox lets a content script use them, as `wrappedJSObject`; Chromium does not. */
interface PageClasses {
  Object: ObjectConstructor;
  ClipboardEvent: typeof ClipboardEvent;
  DataTransfer: typeof DataTransfer;
}

/**
 * Made of the page's own classes where the browser lets us: Firefox shows a page no data of a paste that was
 * made outside it (bug 1654724), and Chromium does. Nothing of this stays behind in the page.
 */
function paste(editor: HTMLElement, data: Record<string, string>): void {
  const view = editor.ownerDocument.defaultView as (Window & { wrappedJSObject?: PageClasses }) | null;
  // Ours keeps its name: the page's `Object` must not touch what is ours.
  const { Object: PageObject, ClipboardEvent, DataTransfer } = view?.wrappedJSObject ?? globalThis;
  const init: ClipboardEventInit = new PageObject();
  init.bubbles = true;
  init.cancelable = true;
  init.composed = true;
  init.clipboardData = new DataTransfer();
  const event = new ClipboardEvent('paste', init);
  for (const [format, value] of Object.entries(data)) event.clipboardData?.setData(format, value);
  editor.dispatchEvent(event);
}

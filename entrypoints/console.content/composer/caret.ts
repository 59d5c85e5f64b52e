/** Focus, caret and selection, in frames and open shadow roots too. Nothing here selects what could be overwritten. */
import { isTextField } from './text-field.ts';

/** A shadow root keeps a selection of its own in Chromium, and shares the document's in Firefox. */
interface SelectingRoot {
  getSelection?: () => Selection | null;
}

/** Present on what somebody else wrote around a reply: the reply belongs above it. */
const QUOTE_OR_SIGNATURE =
  'blockquote, #_rc_sig, .signature, [class*="moz-signature"], [class*="gmail_quote"]';

export function readSelection(editor: Element): Selection | null {
  const root = editor.getRootNode() as SelectingRoot & Node;
  const own = root.getSelection?.();
  return own ?? editor.ownerDocument.getSelection();
}

/** Focused in its own document, and so is every frame and shadow host on the way to it. */
function hasFocus(element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  if (root.activeElement !== element) return false;
  if ('host' in root) return hasFocus(root.host);
  const frame = root.defaultView?.frameElement;
  return frame ? hasFocus(frame) : true;
}

/** @returns whether anything moved, after which an editor needs its time */
export function focusComposer(composer: HTMLElement): boolean {
  const hadFocus = hasFocus(composer);
  if (!hadFocus) composer.focus({ preventScroll: true });
  return isTextField(composer) ? !hadFocus : placeCaret(composer, hadFocus) || !hadFocus;
}

/**
 * Leaves the agent's caret where it is. A selection is kept by going behind it, and without a caret the reply
 * goes to the end of the draft, or above a quote or signature.
 */
function placeCaret(editor: HTMLElement, hadFocus: boolean): boolean {
  const selection = readSelection(editor);
  if (!selection) return false;
  const isInside = selection.rangeCount > 0 && editor.contains(selection.focusNode);
  if (isInside && !selection.isCollapsed) selection.collapseToEnd();
  else if (!isInside || (!hadFocus && isAtStart(selection, editor))) placeCaretByContent(selection, editor);
  else return false;
  return true;
}

/** Focus alone puts the caret in front of the draft (measured): nobody chose that place. */
function isAtStart({ focusNode, focusOffset }: Selection, editor: HTMLElement): boolean {
  if (!focusNode || focusOffset > 0) return false;
  for (let node: Node = focusNode; node !== editor;) {
    if (node.previousSibling || !node.parentNode) return false;
    node = node.parentNode;
  }
  return true;
}

function placeCaretByContent(selection: Selection, editor: HTMLElement): void {
  if (!editor.querySelector(QUOTE_OR_SIGNATURE)) {
    placeCaretAtEnd(selection, editor);
    return;
  }
  const first = editor.firstElementChild;
  selection.collapse(first && !first.matches(QUOTE_OR_SIGNATURE) ? first : editor, 0);
}

/** In the last line itself, in front of the break that keeps it open: behind its block begins another. */
function placeCaretAtEnd(selection: Selection, editor: HTMLElement): void {
  let last: Node = editor;
  while (last.lastChild && canHoldCaret(last.lastChild)) last = last.lastChild;
  const isText = last.nodeType === Node.TEXT_NODE;
  const length = isText ? (last as Text).length : last.childNodes.length;
  selection.collapse(last, last.lastChild?.nodeName === 'BR' ? length - 1 : length);
}

function canHoldCaret(node: Node): boolean {
  if (node.nodeType === Node.TEXT_NODE) return true;
  return (
    node.nodeType === Node.ELEMENT_NODE &&
    !(node as Element).matches('br, img, hr, table, [contenteditable="false" i]')
  );
}

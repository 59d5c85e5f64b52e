/** Where somebody is writing, in frames and open shadow roots too, and what stands in front of the caret there. */

interface SelectingRoot {
  getSelection?: () => Selection | null;
}

/** What is there for the editor alone, and moves about as one types. */
const NO_LETTERS = /[\u200B\u2060\uFEFF]/g;

/** The element with the focus, however deep; null if a frame of another site has it. */
export function findWrittenField(page: Document): HTMLElement | null {
  let focused = page.activeElement;
  for (;;) {
    const inner = focused && (focused.shadowRoot ?? readFrame(focused));
    if (!inner) return focused as HTMLElement | null;
    focused = inner.activeElement;
  }
}

function readFrame(element: Element): Document | null {
  try {
    return (element as Partial<HTMLIFrameElement>).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** @returns the line up to the caret, as it is seen; null while there is no caret, or a selection */
export function readBeforeCaret(field: Element): string | null {
  if (field.localName === 'textarea' || field.localName === 'input') {
    const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
    if (selectionStart !== selectionEnd) return null;
    return value.slice(0, selectionStart).replace(/^[^]*\n/, '');
  }
  const selection = readSelection(field);
  if (!selection?.isCollapsed || !field.contains(selection.focusNode)) return null;
  return readLine(field, selection).replace(NO_LETTERS, '').replaceAll('\u00A0', ' ');
}

/** A shadow root keeps a selection of its own in Chromium, and shares the document's in Firefox. */
export function readSelection(editor: Element): Selection | null {
  const own = (editor.getRootNode() as SelectingRoot & Node).getSelection?.();
  return own ?? editor.ownerDocument.getSelection();
}

function readLine(field: Element, selection: Selection): string {
  const caret = selection.getRangeAt(0);
  const walker = field.ownerDocument.createTreeWalker(
    findBlock(field, caret),
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  let line = '';
  for (let node = walker.nextNode(); node && caret.comparePoint(node, 0) <= 0; node = walker.nextNode()) {
    if (node.nodeName === 'BR') line = '';
    else if (node.nodeType === Node.TEXT_NODE) {
      const { data } = node as Text;
      line += node === caret.endContainer ? data.slice(0, caret.endOffset) : data;
    }
  }
  return line.replace(/^[^]*\n/, '');
}

/** The paragraph with the caret: another one's text stands on another line. */
function findBlock(field: Element, { endContainer }: Range): Node {
  let block: Node = endContainer;
  while (block !== field && block.parentNode && !isBlock(block)) block = block.parentNode;
  return block;
}

function isBlock(node: Node): boolean {
  return (
    node.nodeType === Node.ELEMENT_NODE && !getComputedStyle(node as Element).display.startsWith('inline')
  );
}

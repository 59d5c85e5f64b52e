/** Inserting into plain `contenteditable` composers: a paste first, then line by line. */

/** Puts the caret into the editor unless it is there already; never selects anything. */
export function placeCaret(editor: HTMLElement): void {
  const selection = editor.ownerDocument.getSelection();
  if (!selection) return;
  if (selection.rangeCount > 0 && editor.contains(selection.focusNode)) {
    selection.collapseToEnd();
    return;
  }
  placeCaretAtEnd(editor);
}

export function placeCaretAtEnd(editor: HTMLElement): void {
  const selection = editor.ownerDocument.getSelection();
  selection?.selectAllChildren(editor);
  selection?.collapseToEnd();
}

/** What the editor's text should be afterwards, read around the caret. */
export function predictEditorText(editor: HTMLElement, text: string): string {
  const caret = editor.ownerDocument.getSelection()?.getRangeAt(0);
  if (!caret) return editor.textContent + text;
  const before = editor.ownerDocument.createRange();
  before.selectNodeContents(editor);
  before.setEnd(caret.endContainer, caret.endOffset);
  const head = before.toString();
  return head + text + editor.textContent.slice(head.length);
}

/** Data goes on the event's own `clipboardData`: Firefox ignores a separate one. */
export function pasteIntoEditor(editor: HTMLElement, text: string): void {
  const event = new ClipboardEvent('paste', {
    bubbles: true,
    cancelable: true,
    clipboardData: new DataTransfer(),
  });
  event.clipboardData?.setData('text/plain', text);
  editor.dispatchEvent(event);
}

/** One command a line: a single command would wrap lines in `<div>`s, which a console can send as text. */
export function typeIntoEditor(editor: HTMLElement, text: string): void {
  text.split('\n').forEach((line, at) => {
    if (at > 0) editor.ownerDocument.execCommand('insertLineBreak');
    if (line) editor.ownerDocument.execCommand('insertText', false, line);
  });
}

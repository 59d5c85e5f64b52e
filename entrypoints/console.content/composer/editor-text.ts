/** What an editor's text is, and what it should be once the reply is in. */
import { readSelection } from './caret.ts';

export interface AroundCaret {
  before: string;
  after: string;
}

/** The editor's own text. Placeholders and chips that cannot be typed into do not count. */
export function readEditorText(editor: HTMLElement): string {
  return listTexts(editor)
    .map(({ data }) => data)
    .join('');
}

export function readAroundCaret(editor: HTMLElement): AroundCaret {
  const selection = readSelection(editor);
  const caret = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const parts: AroundCaret = { before: '', after: '' };
  for (const text of listTexts(editor)) {
    const at = caret ? measureBefore(text, caret) : text.length;
    parts.before += text.data.slice(0, at);
    parts.after += text.data.slice(at);
  }
  return parts;
}

/** How much of this text lies in front of the caret. */
function measureBefore(text: Text, caret: Range): number {
  if (caret.endContainer === text) return caret.endOffset;
  return caret.comparePoint(text, 0) < 0 ? text.length : 0;
}

export function listTexts(editor: HTMLElement): Text[] {
  const walker = editor.ownerDocument.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const closed = node.parentElement?.closest('[contenteditable="false" i]');
    if (!closed || !editor.contains(closed)) texts.push(node as Text);
  }
  return texts;
}

/** Where the caret is on screen. */
import { readSelection } from '../../utils/keyboard/written-field.ts';

export interface Place {
  left: number;
  top: number;
  bottom: number;
}

/** What decides where the letters of a field stand. */
const TYPESETTING = [
  'font',
  'letter-spacing',
  'word-spacing',
  'line-height',
  'text-indent',
  'text-transform',
  'tab-size',
  'direction',
  'writing-mode',
  'padding',
  'border-width',
  'box-sizing',
  'overflow-wrap',
  'word-break',
] as const;

/** @param scratch of ours, where a copy of the field can be laid out unseen @returns as the top page counts */
export function findCaret(field: HTMLElement, scratch: ParentNode): Place {
  const place = isPlain(field) ? measureField(field, scratch) : measureEditor(field);
  const { left, top } = findFrameOffset(field.ownerDocument);
  return { left: place.left + left, top: place.top + top, bottom: place.bottom + top };
}

function isPlain(field: HTMLElement): field is HTMLTextAreaElement {
  return field.localName === 'textarea' || field.localName === 'input';
}

/** The letter before the caret: a caret between blocks has no place of its own. */
function measureEditor(editor: HTMLElement): Place {
  const selection = readSelection(editor);
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null;
  if (range && range.startContainer.nodeType === Node.TEXT_NODE && range.startOffset > 0)
    range.setStart(range.startContainer, range.startOffset - 1);
  const letter = range ? [...range.getClientRects()].at(-1) : undefined;
  const { left, top, bottom } = editor.getBoundingClientRect();
  return letter ? { left: letter.right, top: letter.top, bottom: letter.bottom } : { left, top, bottom };
}

/** A field does not say where its caret is: a copy of its text up to there does. */
function measureField(field: HTMLTextAreaElement, scratch: ParentNode): Place {
  const box = field.getBoundingClientRect();
  const style = getComputedStyle(field);
  const copy = document.createElement('div');
  const isLine = field.localName === 'input';
  for (const name of TYPESETTING) copy.style.setProperty(name, style.getPropertyValue(name));
  const size = { width: `${field.offsetWidth}px`, 'border-style': 'solid', visibility: 'hidden' };
  const flow = { position: 'fixed', left: '0', top: '0', 'white-space': isLine ? 'pre' : 'pre-wrap' };
  for (const [name, value] of Object.entries({ ...size, ...flow })) copy.style.setProperty(name, value);
  copy.append(field.value.slice(0, field.selectionStart));
  const mark = document.createElement('span');
  mark.append('\u200B');
  copy.append(mark);
  scratch.append(copy);
  const { left, top, height } = mark.getBoundingClientRect();
  const outer = copy.getBoundingClientRect();
  copy.remove();
  const lineTop = clamp(box.top + top - outer.top - field.scrollTop, box.top, box.bottom);
  return {
    left: clamp(box.left + left - outer.left - field.scrollLeft, box.left, box.right),
    top: lineTop,
    bottom: clamp(lineTop + height, box.top, box.bottom),
  };
}

/** Frames count from their own corner. */
function findFrameOffset(page: Document): { left: number; top: number } {
  const frame = page.defaultView?.frameElement as HTMLElement | null | undefined;
  if (!frame) return { left: 0, top: 0 };
  const box = frame.getBoundingClientRect();
  const outer = findFrameOffset(frame.ownerDocument);
  return {
    left: outer.left + box.left + frame.clientLeft,
    top: outer.top + box.top + frame.clientTop,
  };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

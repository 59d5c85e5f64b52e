/**
 * Text as a person sees it. Customers' HTML can carry text nobody sees, meant for a machine that reads
 * along; such text must never become a message.
 */
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../../utils/text/strip-invisible.ts';

const MAX_NODES = 400;
const MIN_FONT_SIZE_PX = 2;
const MAX_ALT_LENGTH = 24;

export interface VisibleTextOptions {
  maxLength: number;
}

/** Reads at most {@link MAX_NODES} nodes and `maxLength` characters, lines collapsed to one. */
export function readVisibleText(root: Element, { maxLength }: VisibleTextOptions): string {
  const isShown = rememberVisibility(root);
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = '';
  for (let count = 0; count < MAX_NODES && text.length < maxLength * 2; count += 1) {
    const node = walker.nextNode();
    if (!node) break;
    text += readNode(node, isShown).slice(0, maxLength * 2);
  }
  return collapseWhitespace(stripInvisible(text)).slice(0, maxLength).toWellFormed();
}

function readNode(node: Node, isShown: (element: Element) => boolean): string {
  if (node instanceof Text) return node.parentElement && isShown(node.parentElement) ? node.data : '';
  if (node instanceof HTMLBRElement) return '\n';
  // Consoles draw emoji as pictures; the alt text is what the customer typed.
  if (node instanceof HTMLImageElement && node.alt.length <= MAX_ALT_LENGTH && isShown(node)) return node.alt;
  return '';
}

function rememberVisibility(root: Element): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  const frame = root.getBoundingClientRect();
  return (element) => {
    const remembered = known.get(element);
    if (remembered !== undefined) return remembered;
    const isShown = isVisible(element, root, frame);
    known.set(element, isShown);
    return isShown;
  };
}

function isVisible(element: Element, root: Element, frame: DOMRect): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  // Only inside the message: consoles mark their whole page so while a dialog is open over it.
  const unseen = element.closest('[aria-hidden="true"], script, style, template, noscript');
  if (unseen && root.contains(unseen)) return false;
  if (Number.parseFloat(getComputedStyle(element).fontSize) < MIN_FONT_SIZE_PX) return false;
  return isInside(element.getBoundingClientRect(), frame);
}

/** Text moved out of its own message, or into a box without area, is there for machines only. */
function isInside(box: DOMRect, frame: DOMRect): boolean {
  if (frame.width === 0 || frame.height === 0) return true;
  const overlapsWidth = Math.min(box.right, frame.right) - Math.max(box.left, frame.left);
  const overlapsHeight = Math.min(box.bottom, frame.bottom) - Math.max(box.top, frame.top);
  return overlapsWidth > 1 && overlapsHeight > 1;
}

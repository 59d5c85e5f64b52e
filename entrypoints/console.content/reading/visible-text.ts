/**
 * Text as a person sees it. Customers' HTML can carry text nobody sees, meant for a machine that reads
 * along; such text must never become a message.
 */
import { collapseWhitespace } from '../../../utils/text/collapse-whitespace.ts';
import { stripInvisible } from '../../../utils/text/strip-invisible.ts';
import { isElement } from './query.ts';
import { createAreaFinder, isBounded, overlaps, type Area } from './visible-area.ts';

const MAX_NODES = 400;
const MIN_FONT_SIZE_PX = 2;
/** Fainter text cannot be told from none. */
const MIN_ALPHA = 0.05;
const MAX_ALT_LENGTH = 24;
const UNSEEN = '[aria-hidden="true"],script,style,template,noscript';

export interface VisibleTextOptions {
  maxLength: number;
  /** A selector of parts that are no text of the message. */
  leaveOut?: string | null;
}

/** Reads at most {@link MAX_NODES} nodes and `maxLength` characters, lines collapsed to one. */
export function readVisibleText(root: Element, { maxLength, leaveOut }: VisibleTextOptions): string {
  const sight = createSight(root, leaveOut ? `${UNSEEN},${leaveOut}` : UNSEEN);
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = '';
  for (let count = 0; count < MAX_NODES && text.length < maxLength * 2; count += 1) {
    const node = walker.nextNode();
    if (!node) break;
    text += readNode(node, sight).slice(0, maxLength * 2);
  }
  return collapseWhitespace(stripInvisible(text)).slice(0, maxLength).toWellFormed();
}

function readNode(node: Node, sight: Sight): string {
  // By name, not by class: in a frame, elements are of that frame's classes.
  if (!isElement(node)) return sight.isTextShown(node as Text) ? (node as Text).data : '';
  if (node.localName === 'br') return '\n';
  // Consoles draw emoji as pictures; the alt text is what the customer typed.
  const alt = node.localName === 'img' ? (node.getAttribute('alt') ?? '') : '';
  return alt && alt.length <= MAX_ALT_LENGTH && sight.isPictureShown(node) ? alt : '';
}

interface Sight {
  isTextShown(text: Text): boolean;
  isPictureShown(picture: Element): boolean;
}

/** Styles are looked at once an element, where text lies once a text. */
function createSight(root: Element, unseen: string): Sight {
  const findArea = createAreaFinder(root);
  const isShown = rememberByElement((element) => isVisible(element, root, unseen));
  const isPainted = rememberByElement(hasTextColour);
  return {
    isTextShown: (text) => {
      const parent = text.parentElement;
      if (!parent || !isShown(parent) || !isPainted(parent)) return false;
      const area = findArea(parent);
      return area !== null && (!isBounded(area) || text.data.trim() === '' || liesWithin(text, area));
    },
    isPictureShown: (picture) => {
      const area = isShown(picture) ? findArea(picture) : null;
      return area !== null && (!isBounded(area) || overlaps(picture.getBoundingClientRect(), area));
    },
  };
}

function rememberByElement(look: (element: Element) => boolean): (element: Element) => boolean {
  const known = new Map<Element, boolean>();
  return (element) => {
    const answer = known.get(element) ?? look(element);
    known.set(element, answer);
    return answer;
  };
}

function isVisible(element: Element, root: Element, unseen: string): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  // Only inside the message: consoles mark their whole page so while a dialog is open over it.
  const hider = element.closest(unseen);
  if (hider && root.contains(hider)) return false;
  return Number.parseFloat(getComputedStyle(element).fontSize) >= MIN_FONT_SIZE_PX;
}

/** Letters are drawn in the filling's colour, which is the text's colour unless a style says otherwise. */
function hasTextColour(element: Element): boolean {
  const { color, webkitTextFillColor } = getComputedStyle(element);
  return readAlpha(webkitTextFillColor || color) >= MIN_ALPHA;
}

/** Of a computed colour: `rgba(0, 0, 0, 0)`, `oklch(0.7 0.1 200 / 0.5)`; opaque ones name no alpha. */
function readAlpha(colour: string): number {
  if (colour === 'transparent') return 0;
  const [, alpha, percent] = /(?:^rgba\(.*,|\/)\s*([\d.e-]+)(%?)\s*\)$/.exec(colour) ?? [];
  return alpha === undefined ? 1 : Number(alpha) / (percent ? 100 : 1);
}

/** An indent or an overflow moves text without its element. */
function liesWithin(text: Text, area: Area): boolean {
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return Array.from(range.getClientRects()).some((line) => overlaps(line, area));
}

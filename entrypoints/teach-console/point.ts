/** What is under the pointer, into same-origin frames and open shadow roots, and where that is on screen. */
import { browser } from 'wxt/browser';
import { isElement, rootOf } from './derive/elements.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const MAX_DEPTH = 8;

/** @param own our own overlay, which is always in front */
export function findElementAt({ x, y }: Point, own: Element): Element | null {
  let found = document.elementsFromPoint(x, y).find((element) => element !== own) ?? null;
  let at = { x, y };
  for (let depth = 0; found && depth < MAX_DEPTH; depth += 1) {
    const inner: { element: Element | null; at: Point } | null = lookInside(found, at);
    if (!inner?.element || inner.element === found) break;
    found = inner.element;
    at = inner.at;
  }
  return found;
}

function lookInside(element: Element, at: Point): { element: Element | null; at: Point } | null {
  const { shadowRoot } = element;
  if (shadowRoot) {
    // Of all that lies there, our overlay first, what is in this tree.
    const here = shadowRoot.elementsFromPoint(at.x, at.y);
    return { element: here.find((one) => one.getRootNode() === shadowRoot) ?? null, at };
  }
  const page = readFrame(element);
  if (!page) return null;
  const corner = findCorner(element);
  const inside = { x: at.x - corner.x, y: at.y - corner.y };
  return { element: page.elementFromPoint(inside.x, inside.y), at: inside };
}

/** The document of a frame of the same site. */
export function readFrame(element: Element): Document | null {
  try {
    return (element as Partial<HTMLIFrameElement>).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** Another site's frame, or a part of the page that is closed to everybody: nobody gets in. */
export function isClosed(element: Element): boolean {
  if (element.localName === 'iframe') return readFrame(element) === null;
  return element.shadowRoot === null && hasShadowRoot(element);
}

/** Scripts of an extension are told of closed ones too; what is closed stays so all the same. */
function hasShadowRoot(element: Element): boolean {
  const { dom } = browser as Partial<typeof browser>;
  if (dom) return dom.openOrClosedShadowRoot(element as HTMLElement) !== null;
  return element.localName.includes('-') && element.childNodes.length === 0;
}

/** Where an element is in the window of the page itself. */
export function findBox(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  const box = { left, top, width, height };
  for (let frame = findFrame(element); frame; frame = findFrame(frame)) {
    const corner = findCorner(frame);
    box.left += corner.x;
    box.top += corner.y;
  }
  return box;
}

function findFrame(element: Element): Element | null {
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

function findCorner(frame: Element): Point {
  const { left, top } = frame.getBoundingClientRect();
  return { x: left + frame.clientLeft, y: top + frame.clientTop };
}

/** The element around, also out of a shadow root. */
function climb(element: Element): Element | null {
  const root = rootOf(element);
  return element.parentElement ?? ('host' in root && isElement(root.host) ? root.host : null);
}

/** Our overlay takes the wheel: what is under the pointer scrolls all the same. */
export function scrollAt(element: Element, { x, y }: Point): void {
  for (let at: Element | null = element; at; at = climb(at)) {
    const isScrolling =
      at.scrollHeight > at.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(at).overflowY);
    if (!isScrolling) continue;
    at.scrollBy(x, y);
    return;
  }
  element.ownerDocument.scrollingElement?.scrollBy(x, y);
}

/** The innermost element that has the focus. */
export function findFocused(root: Document | ShadowRoot = document): Element | null {
  const { activeElement } = root;
  const inner = activeElement && (activeElement.shadowRoot ?? readFrame(activeElement));
  return (inner && findFocused(inner)) ?? activeElement;
}

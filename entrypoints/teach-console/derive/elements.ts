/** Small questions to the page's own tree. */

export type Root = Document | ShadowRoot;

export const EDITABLE =
  'textarea, input:not([type]), input[type="text"], [contenteditable]:not([contenteditable="false" i]), [role="textbox"]';

/** Not by class: elements of another document are of that document's classes. */
export function isElement(node: unknown): node is Element {
  return (node as Node | null)?.nodeType === 1;
}

export function rootOf(element: Element): Root {
  return element.getRootNode() as Root;
}

/** From the element up to, and without, the one given; the nearest first. */
export function listAncestors(element: Element, end: Element | null): Element[] {
  const ancestors: Element[] = [];
  for (let at = element.parentElement; at && at !== end; at = at.parentElement) ancestors.push(at);
  return ancestors;
}

/** The nearest element that holds both, in the tree they share. */
export function findCommon(one: Element, other: Element): Element | null {
  let at: Element | null = one;
  while (at && !at.contains(other)) at = at.parentElement;
  return at;
}

/** Both in one tree: where a line is drawn in a shadow root of its own, its host stands for it. */
export function shareRoot(one: Element, other: Element): [Element, Element] | null {
  for (const left of listHosts(one)) {
    const right = listHosts(other).find((host) => rootOf(host) === rootOf(left));
    if (right) return [left, right];
  }
  return null;
}

function listHosts(element: Element): Element[] {
  const hosts = [element];
  for (let root = rootOf(element); 'host' in root; root = rootOf(root.host)) hosts.push(root.host);
  return hosts;
}

export function query(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    return [];
  }
}

export function matches(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

/** Words a person sees there, roughly: enough to tell an empty line from a full one. */
export function readWords(element: Element): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

/** Quoted for an attribute in a selector. */
export function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`;
}

/** Selectors that find one element of a page, and still do when another conversation is open. */
import { listAncestors, query, quote, rootOf } from './elements.ts';
import { findStem, isKindValue, isStableClass } from './names.ts';

const MAX_SELECTOR_LENGTH = 300;
const MAX_CANDIDATES = 3;
const STABLE_ID = /^[A-Za-z][\w-]{0,40}$/;
/** Attributes that are made to be found by, the best first. */
const MARKS = ['data-testid', 'data-test-id', 'data-test', 'data-qa', 'data-qa-id', 'name', 'role'];

/** Ways to find this element alone, the best first; empty if there is none. */
export function describePlace(element: Element): string[] {
  const own = describeByMarks(element);
  const alone = own.filter((selector) => isOnly(selector, element));
  const found = alone.length > 0 ? alone : describeWithin(element, own);
  if (found.length > 0) return found.slice(0, MAX_CANDIDATES);
  const path = describeByPath(element);
  return path ? [path] : [];
}

export function describeByMarks(element: Element): string[] {
  const { id, localName } = element;
  const marks = MARKS.flatMap((name) => {
    const value = element.getAttribute(name);
    return value && isKindValue(value) ? [`[${name}=${quote(value)}]`] : [];
  });
  const flags = [...element.attributes].flatMap(({ name, value }) =>
    /^data-[a-z-]+$/.test(name) && !name.startsWith('data-v-') && /^(?:true)?$/.test(value)
      ? [`[${name}]`]
      : [],
  );
  const classes = [...element.classList].flatMap((name) => {
    if (isStableClass(name)) return [`.${CSS.escape(name)}`];
    const stem = findStem(name);
    return stem ? [`[class*=${quote(stem)}]`] : [];
  });
  return [
    ...(STABLE_ID.test(id) && !/\d{2}|[a-f\d]{8}/i.test(id) ? [`#${CSS.escape(id)}`] : []),
    ...marks.map((mark) => localName + mark),
    ...(localName.includes('-') ? [localName] : []),
    ...flags.map((flag) => localName + flag),
    ...classes.map((name) => localName + name),
  ];
}

/** The same mark is elsewhere too: with something around it, it is not. */
function describeWithin(element: Element, own: readonly string[]): string[] {
  const ways = own.length > 0 ? own : [element.localName];
  for (const ancestor of listAncestors(element, null)) {
    const found = describeByMarks(ancestor)
      .flatMap((around) => ways.map((way) => `${around} ${way}`))
      .filter((selector) => selector.length <= MAX_SELECTOR_LENGTH && isOnly(selector, element));
    if (found.length > 0) return found;
  }
  return [];
}

function describeByPath(element: Element): string | null {
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const anchor = describeByMarks(at).find((selector) => isOnly(selector, at));
    const { localName, parentElement } = at;
    const alike = [...(parentElement?.children ?? [])].filter((sibling) => sibling.localName === localName);
    steps.unshift(
      anchor ?? (alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(at) + 1})` : localName),
    );
    if (anchor) break;
  }
  const selector = steps.join(' > ');
  return selector.length <= MAX_SELECTOR_LENGTH && isOnly(selector, element) ? selector : null;
}

export function isOnly(selector: string, element: Element | null): boolean {
  if (!element) return false;
  const found = query(rootOf(element), selector);
  return found.length === 1 && found[0] === element;
}

/** The way from the page's own document to the tree an element is in; null if a step cannot be described. */
export function describeFrames(element: Element): string[] | null {
  const root = rootOf(element);
  if ('host' in root) return extend(root.host);
  const frame = root.defaultView?.frameElement ?? null;
  return frame ? extend(frame) : [];
}

function extend(host: Element): string[] | null {
  const before = describeFrames(host);
  const [step] = describePlace(host);
  return before && step ? [...before, step] : null;
}

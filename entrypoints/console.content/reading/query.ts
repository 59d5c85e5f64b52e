/** Ordered selector lists: the first that finds something wins; a broken selector finds nothing. */
import type { ElementValue, ValueSource } from '../../../knowledge/conversation/index.ts';
import { MAX_PATTERN_INPUT } from '../../../utils/text/bounded-pattern.ts';

const MAX_VALUE_LENGTH = 300;

/** What was found, and by which candidate: any but the first says that the page has changed. */
export interface Found<TValue> {
  value: TValue;
  at: number;
}

export function findFirst(scope: ParentNode, selectors: readonly string[]): Element | null {
  return findCandidate(scope, selectors)?.value ?? null;
}

export function findCandidate(scope: ParentNode, selectors: readonly string[]): Found<Element> | null {
  return firstOf(selectors, (selector) => quietly(() => scope.querySelector(selector)));
}

export function findAll(scope: ParentNode, selector: string): Element[] {
  return quietly(() => [...scope.querySelectorAll(selector)]) ?? [];
}

/** What the first selector finds that finds something visible: consoles keep closed chats in the page. */
export function findVisible(
  scope: ParentNode,
  selectors: readonly string[],
  isWanted: (element: Element) => boolean,
): Found<Element[]> | null {
  return firstOf(selectors, (selector) => {
    const visible = findAll(scope, selector).filter((element) => isShown(element) && isWanted(element));
    return visible.length > 0 ? visible : null;
  });
}

const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });

export function matchesAny(element: Element, selectors: readonly string[] = []): boolean {
  return selectors.some((selector) => quietly(() => element.matches(selector)) ?? false);
}

/** One selector for all of a list, for `closest` and its like; null if none of them is valid. */
export function joinSelectors(selectors: readonly string[]): string | null {
  const probe = document.createElement('div');
  const valid = selectors.filter((selector) => quietly(() => probe.matches(selector)) !== null);
  return valid.length > 0 ? valid.join(',') : null;
}

/** Of the first source that yields a value. */
export function readValue(
  scope: ParentNode,
  sources: readonly ValueSource[],
  isWanted: (element: Element) => boolean,
): Found<string> | null {
  return firstOf(sources, (source) => {
    if ('url' in source) return cutOut(location.href, source.url);
    const { selector } = source;
    const isScope = isElement(scope) && matchesAny(scope, [selector]);
    const bearer = isScope ? scope : findAll(scope, selector).find(isWanted);
    return readElement(bearer ?? null, source);
  });
}

export function readElement(element: Element | null, { attribute, pattern }: ElementValue): string | null {
  const raw = attribute ? element?.getAttribute(attribute) : element?.textContent;
  return raw ? cutOut(raw.trim(), pattern) : null;
}

/** What a pattern runs on is short, so that no pattern can hang the page. */
function cutOut(text: string, pattern?: string): string | null {
  const value = pattern
    ? quietly(() => new RegExp(pattern).exec(text.slice(0, MAX_PATTERN_INPUT)))?.[1]
    : text;
  return value ? value.slice(0, MAX_VALUE_LENGTH) : null;
}

/** As {@link findCandidate}; the scope itself counts too. */
export function findCandidateWithin(scope: Element, selectors: readonly string[]): Found<Element> | null {
  return firstOf(selectors, (selector) => findWithin(scope, selector));
}

/** The scope may be the very element that carries the value. */
export function findWithin(scope: ParentNode, selector: string): Element | null {
  return isElement(scope) && matchesAny(scope, [selector]) ? scope : findFirst(scope, [selector]);
}

/** Not by class: elements of another document are of that document's classes. */
export function isElement(node: unknown): node is Element {
  return (node as Node | null)?.nodeType === Node.ELEMENT_NODE;
}

function firstOf<TSource, TValue>(
  sources: readonly TSource[],
  read: (source: TSource) => TValue | null,
): Found<TValue> | null {
  for (const [at, source] of sources.entries()) {
    const value = read(source);
    if (value !== null) return { value, at };
  }
  return null;
}

function quietly<TValue>(query: () => TValue): TValue | null {
  try {
    return query();
  } catch {
    return null;
  }
}

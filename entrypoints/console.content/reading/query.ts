/** Ordered selector lists: the first that finds something wins; a broken selector finds nothing. */
import type { ValueSource } from '../../../knowledge/conversation/index.ts';

const MAX_VALUE_LENGTH = 300;

export function findFirst(scope: ParentNode, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const found = quietly(() => scope.querySelector(selector));
    if (found) return found;
  }
  return null;
}

export function findAll(scope: ParentNode, selector: string): Element[] {
  return quietly(() => [...scope.querySelectorAll(selector)]) ?? [];
}

/** What the first selector finds that finds something visible: consoles keep closed chats in the page. */
export function findAllVisible(scope: ParentNode, selectors: readonly string[]): Element[] {
  for (const selector of selectors) {
    const visible = findAll(scope, selector).filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
    if (visible.length > 0) return visible;
  }
  return [];
}

export function findFirstVisible(scope: ParentNode, selectors: readonly string[]): Element | null {
  return findAllVisible(scope, selectors)[0] ?? null;
}

export function matchesAny(element: Element, selectors: readonly string[]): boolean {
  return selectors.some((selector) => quietly(() => element.matches(selector)) ?? false);
}

/** One selector for all of a list, for `closest` and its like; null if none of them is valid. */
export function joinSelectors(selectors: readonly string[]): string | null {
  const probe = document.createElement('div');
  const valid = selectors.filter((selector) => quietly(() => probe.matches(selector)) !== null);
  return valid.length > 0 ? valid.join(',') : null;
}

/** The first source that yields a value. */
export function readValue(scope: ParentNode, sources: readonly ValueSource[]): string | null {
  for (const source of sources) {
    const element = findWithin(scope, source.selector);
    const raw = (source.attribute ? element?.getAttribute(source.attribute) : element?.textContent)?.trim();
    const value = raw && source.pattern ? new RegExp(source.pattern).exec(raw)?.[1] : raw;
    if (value) return value.slice(0, MAX_VALUE_LENGTH);
  }
  return null;
}

/** The scope may be the very element that carries the value. */
function findWithin(scope: ParentNode, selector: string): Element | null {
  return scope instanceof Element && matchesAny(scope, [selector]) ? scope : findFirst(scope, [selector]);
}

function quietly<TValue>(query: () => TValue): TValue | null {
  try {
    return query();
  } catch {
    return null;
  }
}

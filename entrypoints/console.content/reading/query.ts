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

/** First element that is visible as well: consoles keep closed chats in the page. */
export function findFirstVisible(scope: ParentNode, selectors: readonly string[]): Element | null {
  for (const selector of selectors) {
    const candidates = quietly(() => [...scope.querySelectorAll(selector)]) ?? [];
    const visible = candidates.find((element) => element.checkVisibility({ visibilityProperty: true }));
    if (visible) return visible;
  }
  return null;
}

export function matchesAny(element: Element, selectors: readonly string[]): boolean {
  return selectors.some((selector) => quietly(() => element.matches(selector)) ?? false);
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

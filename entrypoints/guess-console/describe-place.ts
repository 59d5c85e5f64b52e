/** Selectors for elements nobody has described. */

const MAX_SELECTOR_LENGTH = 300;
/** Ids that count up or look made by a tool are others tomorrow. */
const STABLE_ID = /^[A-Za-z][\w-]{0,40}$/;
const isStable = (id: string) => STABLE_ID.test(id) && !/\d{3}|[a-f0-9]{8}/i.test(id);
/** Marks of meaning, the best first. */
const MARKS = ['data-testid', 'data-test-id', 'data-qa', 'role', 'name', 'aria-label'];

/** @returns a selector that finds this element alone, or null if none is short enough */
export function describePlace(element: Element): string | null {
  const root = element.getRootNode() as Document | ShadowRoot;
  const steps: string[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    const own = describeByMark(at, root);
    const step = own ?? describeByPosition(at);
    steps.unshift(step);
    const selector = steps.join(' > ');
    if (selector.length > MAX_SELECTOR_LENGTH) return null;
    if (own || at.localName === 'body') return isOnly(selector, element, root) ? selector : null;
  }
  const selector = steps.join(' > ');
  return isOnly(selector, element, root) ? selector : null;
}

function describeByMark(element: Element, root: Document | ShadowRoot): string | null {
  const marks = MARKS.flatMap((name) => {
    const value = element.getAttribute(name);
    return value && value.length <= 60 && !/\d{3}/.test(value) ? `[${name}="${CSS.escape(value)}"]` : [];
  });
  const candidates = [
    ...(isStable(element.id) ? [`#${CSS.escape(element.id)}`] : []),
    ...marks.map((mark) => element.localName + mark),
  ];
  return candidates.find((selector) => isOnly(selector, element, root)) ?? null;
}

function describeByPosition(element: Element): string {
  const { localName, parentElement } = element;
  const alike = [...(parentElement?.children ?? [])].filter((sibling) => sibling.localName === localName);
  return alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(element) + 1})` : localName;
}

function isOnly(selector: string, element: Element, root: Document | ShadowRoot): boolean {
  const found = root.querySelectorAll(selector);
  return found.length === 1 && found[0] === element;
}

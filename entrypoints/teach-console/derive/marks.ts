/** What a row carries that may say who wrote it: on itself, around it, or inside it but outside its text. */
import { listAncestors, quote } from './elements.ts';
import { findStem, isKindAttribute, isKindValue, isStableClass, splitWords } from './names.ts';

export type Place = 'row' | 'around' | 'within';

export interface Mark {
  place: Place;
  /** One simple selector: a class, an attribute with its value, the name of a custom element. */
  selector: string;
  /** The words to judge it by. */
  name: string;
}

const MAX_ELEMENTS = 120;
const CONTROLS =
  'button, input, select, option, svg, svg *, [role="menu"], [role="menu"] *, [role="toolbar"] *';

export type Marks = ReadonlyMap<string, Mark>;

export interface MarkOptions {
  list: Element;
  /** Customers write what is in it, markup included. */
  text: Element | null;
  /** Names shown in the page, in lower case: a mark with one of them is another with the next customer. */
  names: ReadonlySet<string>;
}

export function listMarks(row: Element, options: MarkOptions): Marks {
  const marks = new Map<string, Mark>();
  const take = (element: Element, place: Place) => {
    for (const { selector, name } of describe(element, options.names)) {
      const key = `${place} ${selector}`;
      if (!marks.has(key)) marks.set(key, { place, selector, name });
    }
  };
  take(row, 'row');
  for (const around of listAncestors(row, options.list)) take(around, 'around');
  for (const inside of listInside(row, options.text)) take(inside, 'within');
  return marks;
}

function listInside(row: Element, text: Element | null): Element[] {
  const outside = [...row.querySelectorAll('*')].filter(
    (element) => element === text || !text?.contains(element),
  );
  return outside.filter((element) => !element.matches(CONTROLS)).slice(0, MAX_ELEMENTS);
}

/** Simple selectors for what an element is. */
export function describe(element: Element, names: ReadonlySet<string>): { selector: string; name: string }[] {
  const isNamed = (name: string) =>
    names.has(name.toLowerCase()) || splitWords(name).some((word) => names.has(word));
  const classes = [...element.classList].flatMap((name) => {
    if (isNamed(name)) return [];
    if (isStableClass(name)) return [{ selector: `.${CSS.escape(name)}`, name }];
    const stem = findStem(name);
    return stem ? [{ selector: `[class*=${quote(stem)}]`, name: stem }] : [];
  });
  const attributes = [...element.attributes].flatMap(({ name, value }) => {
    const isKind = isKindAttribute(name) && isKindValue(value) && !isNamed(value);
    const isField = name === 'type' && element.matches('input, button, a, script, style, link');
    return isKind && !isField ? [{ selector: `[${name}=${quote(value)}]`, name: `${name}-${value}` }] : [];
  });
  const own = element.localName.includes('-')
    ? [{ selector: element.localName, name: element.localName }]
    : [];
  return [...attributes, ...classes, ...own];
}

/** Whatever the page shows as a name near the lines or over them. */
export function listShownNames(rows: readonly Element[], texts: readonly (Element | null)[]): Set<string> {
  const [first] = rows;
  const bearers = rows.flatMap((row, at) =>
    [...row.querySelectorAll('*')].filter(
      (element) => element.childElementCount === 0 && !texts[at]?.contains(element),
    ),
  );
  const headings = first ? [...first.ownerDocument.querySelectorAll('h1, h2, h3, h4, [role="heading"]')] : [];
  const shown = [...bearers, ...headings].flatMap((element) => [
    element.textContent,
    element.getAttribute('title') ?? '',
    element.getAttribute('alt') ?? '',
    element.getAttribute('aria-label') ?? '',
  ]);
  const names = shown.map((name) => name.trim().toLowerCase().replace(/^@/, ''));
  return new Set(names.filter((name) => name.length >= 2 && name.length <= 60));
}

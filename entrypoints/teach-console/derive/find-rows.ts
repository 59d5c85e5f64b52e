/** The list two clicked lines stand in, and what all lines of it have in common. */
import { findCommon, isShown, listAncestors, matches, query, readWords, rootOf } from './elements.ts';
import { describe } from './marks.ts';
import { findIdAttribute } from './find-ids.ts';
import { describeByMarks, describePlace, isOnly } from './places.ts';

export interface FoundRows {
  /** Holds every row and not the composer. */
  list: Element;
  listSelectors: string[];
  item: string;
  /** In the order of the page. Rows inside rows are content. */
  rows: Element[];
  customer: Element;
  agent: Element;
}

const MAX_LEVELS = 8;
/** What is inside a line of text is never a line itself. */
const INLINE =
  'p, span, a, b, i, em, strong, br, img, code, pre, blockquote, time, svg, button, u, s, font, small';
const LOGS = '[role="log"], [aria-live]:not([aria-live="off"])';

/** @param composer where it is, if that is known already: the list never holds it */
export function findRows(customer: Element, agent: Element, composer: Element | null): FoundRows | null {
  const common = findCommon(customer, agent);
  if (!common || common === customer || common === agent) return null;
  const area = findArea(common, composer);
  const levels = listLevels(customer, agent, common).flatMap((pair) => describeLevel(pair, area) ?? []);
  const level = chooseLevel(levels);
  if (!level) return null;
  const list = smallestHolding(level.rows, common);
  const listSelectors = describeList(list);
  const [first] = listSelectors;
  if (!first) return null;
  const item = level.item ?? `${first} > ${level.customer.localName}`;
  return { ...level, list, listSelectors, item };
}

/** Consoles keep other chats in the page, hidden: among what is seen it may be the only one. */
function describeList(list: Element): string[] {
  const marks = describeByMarks(list);
  const isAlone = (selector: string) => isOnly(selector, list);
  const isOnlySeen = (selector: string) => {
    const seen = query(rootOf(list), selector).filter(isShown);
    return seen.length === 1 && seen[0] === list;
  };
  if (marks.some(isAlone)) return marks.filter(isAlone).slice(0, 3);
  const seen = marks.filter(isOnlySeen).slice(0, 2);
  return seen.length > 0 ? seen : describePlace(list);
}

/** The part of the page in which lines are looked for: what scrolls, or says that it is a log. */
function findArea(common: Element, composer: Element | null): Element {
  const around = [common, ...listAncestors(common, null)];
  const free = around.filter((element) => !composer || !element.contains(composer));
  const area = free.find((element) => element.matches(LOGS) || isScrolling(element));
  return area ?? common;
}

function isScrolling(element: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(element).overflowY);
}

type Pair = [customer: Element, agent: Element];

/** From the children of what holds both lines down to what was clicked. */
function listLevels(customer: Element, agent: Element, common: Element): Pair[] {
  const down = (clicked: Element) => [clicked, ...listAncestors(clicked, common)].toReversed();
  const others = down(agent);
  return down(customer)
    .slice(0, MAX_LEVELS)
    .flatMap((element, at): Pair[] => {
      const other = others[at];
      return other && other.localName === element.localName ? [[element, other]] : [];
    });
}

interface Level {
  /** Null: nothing but their place under the list tells the rows. */
  item: string | null;
  rows: Element[];
  customer: Element;
  agent: Element;
  hasIds: boolean;
  isBare: boolean;
}

function describeLevel([customer, agent]: Pair, area: Element): Level | null {
  const isSibling = customer.parentElement === agent.parentElement;
  const item = describeShared(customer, agent);
  const siblings = [...(customer.parentElement?.children ?? [])].filter(
    (child) => child.localName === customer.localName,
  );
  if (!item && !isSibling) return null;
  const all = item ? query(area, item) : siblings;
  const rows = all.filter(
    (row) => !item || !row.parentElement?.closest(item) || !area.contains(row.parentElement.closest(item)),
  );
  if (!rows.includes(customer) || !rows.includes(agent)) return null;
  const hasIds = findIdAttribute(rows) !== null;
  return { item, rows, customer, agent, hasIds, isBare: customer.matches(INLINE) };
}

/** The best of what both have: at most an attribute that numbers them and a class. */
function describeShared(customer: Element, agent: Element): string | null {
  const marksOf = (element: Element) => describe(element, new Set()).map(({ selector }) => selector);
  const others = new Set(marksOf(agent));
  const shared = marksOf(customer).filter((selector) => others.has(selector));
  const numbered = [...customer.attributes]
    .filter(
      ({ name }) => /^data-[a-z-]+$/.test(name) && !name.startsWith('data-v-') && agent.hasAttribute(name),
    )
    .filter(({ name, value }) => value !== agent.getAttribute(name) && /id$|key$/.test(name))
    .map(({ name }) => `[${name}]`);
  const best = shared.toSorted((one, other) => weigh(other) - weigh(one))[0];
  if (!best && numbered.length === 0) return null;
  const isTag = best !== undefined && /^[a-z]/.test(best);
  return `${isTag ? best : ''}${!isTag && best ? best : ''}${numbered[0] ?? ''}`;
}

/** Kinds of content differ from line to line; what says “message” does not. */
function weigh(selector: string): number {
  if (selector.startsWith('[') && !selector.startsWith('[class')) return 0;
  if (/msg|message|entry|comment|article|item|bubble|row|line|post/i.test(selector)) return 3;
  return /^[.[]/.test(selector) ? 2 : 1;
}

/** The outermost, unless it only holds several lines of which each is marked as one. */
function chooseLevel(levels: readonly Level[]): Level | null {
  const numbered = levels.filter(({ hasIds, item }) => hasIds && item);
  const mostNumbered = Math.max(...numbered.map(({ rows }) => rows.length));
  const best = numbered.find(({ rows }) => rows.length === mostNumbered);
  if (best) return best;
  let chosen = levels.find(({ isBare, item }) => !isBare && item) ?? levels[0] ?? null;
  for (const level of levels) {
    const isMore = chosen && level.item && !level.isBare && level.rows.length > chosen.rows.length;
    if (isMore) chosen = level;
  }
  return chosen;
}

function smallestHolding(rows: readonly Element[], common: Element): Element {
  let list = common;
  while (list.parentElement && !rows.every((row) => list.contains(row))) list = list.parentElement;
  return list;
}

/** Rows in which there is something to read. */
export function listSpeaking(rows: readonly Element[]): Element[] {
  return rows.filter((row) => readWords(row) !== '' && rootOf(row) !== null && !matches(row, '[hidden]'));
}

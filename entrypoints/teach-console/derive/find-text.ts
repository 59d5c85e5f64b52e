/** Where in a row its words are, and what stands among them that nobody wrote. */
import { isElement, listAncestors, query, readWords } from './elements.ts';
import { describe } from './marks.ts';
import { readOther, readSide, splitWords } from './names.ts';
import { describeByMarks } from './places.ts';

const NOISE =
  'time, button, svg, script, style, [role="button"], [role="menu"], [role="toolbar"], [aria-hidden="true"]';
const NOISE_WORDS = new Set(
  'time date timestamp author name sender from nick nickname avatar receipt status state actions action menu toolbar reaction reactions header heading meta footer tooltip badge icon'.split(
    ' ',
  ),
);
/** `10:01`, `2026-11-20 10:01:00`, `昨天 10:01`, `10:30 PM`. */
const CLOCK = /^(?:\p{L}{0,9}[\s,.]*)?\d{1,4}[-/:.年月]\d{1,2}[\d\s:/.,年月日時时分AaPpMm-]*$/u;
const MAX_ROWS = 30;
const MAX_REPEATED = 40;
/** Pictures and cards are rows without words, and so is a notice now and then. */
const MIN_SHARE = 0.6;

export interface FoundText {
  text: string[];
  textDrop?: string[];
}

type FindCore = (row: Element, repeated: ReadonlySet<string>) => Element | null;

/**
 * Ways to find the text, the most likely first: by all words a person wrote, then by the longest of them, for
 * consoles that put more into a row than we know.
 *
 * @param item the list's item selector, for rows that are nothing but text
 */
export function listTexts(rows: readonly Element[], item: string): FoundText[] {
  const sample = rows.slice(-MAX_ROWS);
  const repeated = listRepeated(sample);
  return [findCore, findLongest].flatMap((find) => findText(sample, { find, repeated, item }) ?? []);
}

interface TextOptions {
  find: FindCore;
  repeated: ReadonlySet<string>;
  item: string;
}

function findText(rows: readonly Element[], { find, repeated, item }: TextOptions): FoundText | null {
  const cores = rows.map((row) => find(row, repeated));
  if (cores.every((core) => core === null)) return null;
  const found = listWays(cores, rows).filter((selector) => share(rows, cores, selector) >= MIN_SHARE);
  const [best] = found;
  const drop = listNoise(rows, best ?? null);
  return { text: best ? found.slice(0, 2) : [item], ...(drop.length > 0 ? { textDrop: drop } : {}) };
}

/** What a row's text is found by, or the row itself. */
export function pickText(row: Element, { text }: FoundText): Element | null {
  for (const selector of text) {
    const found = row.matches(selector) ? row : row.querySelector(selector);
    if (found) return found;
  }
  return null;
}

/** Names and labels: the same words in several rows that say something else besides. */
function listRepeated(rows: readonly Element[]): Set<string> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const words = listTextNodes(row).map((node) => readNode(node));
    if (words.length < 2) continue;
    for (const text of new Set(words)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([text, count]) => count > 1 && text.length <= MAX_REPEATED).map(([text]) => text),
  );
}

function listTextNodes(row: Element): Text[] {
  const walker = row.ownerDocument.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.textContent?.trim()) nodes.push(node as Text);
  }
  return nodes;
}

const readNode = ({ data }: Text) => data.trim();

function listWritten(row: Element, repeated: ReadonlySet<string>): { node: Text; parent: Element }[] {
  return listTextNodes(row).flatMap((node) => {
    const parent = node.parentElement;
    const text = readNode(node);
    const isWritten = parent && !repeated.has(text) && !CLOCK.test(text) && !isNoise(parent, row);
    return isWritten ? [{ node, parent }] : [];
  });
}

/** The innermost element that holds every word a person wrote. */
const findCore: FindCore = (row, repeated) =>
  listWritten(row, repeated).reduce<Element | null>(
    (core, { parent }) => (core ? findHolding(core, parent) : parent),
    null,
  );

const findLongest: FindCore = (row, repeated) =>
  listWritten(row, repeated).toSorted(
    (one, other) => readNode(other.node).length - readNode(one.node).length,
  )[0]?.parent ?? null;

function findHolding(core: Element, other: Element): Element {
  let at = core;
  while (!at.contains(other) && at.parentElement) at = at.parentElement;
  return at;
}

function isNoise(element: Element, row: Element): boolean {
  const most = readWords(row).length / 2;
  return [element, ...listAncestors(element, row)].some((at) => {
    if (at === row) return false;
    return at.matches(NOISE) || !at.checkVisibility() || (isNoisy(at) && readWords(at).length <= most);
  });
}

function isNoisy(element: Element): boolean {
  return [...element.classList].some((name) => NOISE_WORDS.has(splitWords(name).at(-1) ?? ''));
}

/** Ways to find the cores or what is around them, the innermost first. */
function listWays(cores: readonly (Element | null)[], rows: readonly Element[]): string[] {
  const inner = cores.flatMap((core, at) => {
    const row = rows[at];
    return core && row && core !== row ? [[core, ...listAncestors(core, row)]] : [];
  });
  const ways = new Set<string>();
  for (const chain of inner.slice(0, 6)) {
    for (const element of chain) {
      const marks = describe(element, new Set()).map(({ selector }) => selector);
      for (const selector of [...describeByMarks(element), ...marks]) ways.add(selector);
    }
  }
  // A mark of one side would leave the other side without words.
  return [...ways].filter((way) => !way.startsWith('#') && readSide(way) === null && readOther(way) === null);
}

/** In how many rows the first thing found holds all the words; none where it would lose the second of two. */
function share(rows: readonly Element[], cores: readonly (Element | null)[], selector: string): number {
  let right = 0;
  for (const [at, row] of rows.entries()) {
    const core = cores[at];
    const [first, second] = query(row, selector);
    const isWhole = core ? Boolean(first?.contains(core)) : first === undefined;
    if (!isWhole && second && !first?.contains(second)) return 0;
    if (isWhole) right += 1;
  }
  return right / rows.length;
}

/** What stands inside the text as well and is none. In one row alone it may be of the customer's making. */
function listNoise(rows: readonly Element[], text: string | null): string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const scope = text ? query(row, text)[0] : row;
    const inside = isElement(scope) ? [...scope.querySelectorAll('*')] : [];
    const noise = inside.filter((one) => nameNoise(one) !== '' && isNoise(one, row)).map(nameNoise);
    for (const selector of new Set(noise)) counts.set(selector, (counts.get(selector) ?? 0) + 1);
  }
  const isUsual = (count: number) => count > 1 && count > rows.length / 2;
  const isHarmless = (selector: string) => rows.every((row) => !isHolding(row, selector, text));
  const usual = [...counts].filter(([, count]) => isUsual(count)).map(([selector]) => selector);
  return usual.filter(isHarmless).slice(0, 8);
}

function nameNoise(element: Element): string {
  if (element.matches('time, button')) return element.localName;
  return isNoisy(element) ? (describe(element, new Set())[0]?.selector ?? '') : '';
}

/** Left out, it would take the text with it. */
function isHolding(row: Element, selector: string, text: string | null): boolean {
  const scope = text ? query(row, text)[0] : row;
  return Boolean(scope?.closest(selector));
}

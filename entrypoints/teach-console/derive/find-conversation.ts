/** What tells this conversation from the next one: the address, an attribute around the list, or a heading over it. */
import type { ConsoleAdapter } from '../../../knowledge/conversation/index.ts';
import { isElement, listAncestors, query, readWords, rootOf } from './elements.ts';
import { isConversationName } from './names.ts';
import { describeByMarks, describePlace } from './places.ts';

type Source = ConsoleAdapter['conversation']['id'][number];

export interface FoundConversation {
  id: Source[];
  /** It may be the same in every conversation: only a second one can tell. */
  isUnproven: boolean;
}

/** What in an address can be a number or a name of something: it has a digit, or is long. */
const ID_LIKE = /^(?=.*\d)[\w@.%-]{1,80}$/;
const MAX_HEADING_LENGTH = 60;

export interface ConversationPlace {
  list: Element;
  composer: Element;
  /** Of the page, as the reader will see it. */
  url: string;
}

export function findConversation({ list, composer, url }: ConversationPlace): FoundConversation {
  const pattern = readAddress(url);
  if (pattern?.isNamed) return { id: [{ url: pattern.source }], isUnproven: false };
  const area = findChatArea(list, composer);
  const attribute = findAttribute(list, area);
  if (attribute) return { id: [attribute], isUnproven: false };
  if (pattern) return { id: [{ url: pattern.source }], isUnproven: true };
  const heading = findHeading(list, area);
  return { id: [heading ?? { url: '^(.+)' }], isUnproven: true };
}

/** The smallest part of the page that holds the list and the composer, or where that stands in. */
export function findChatArea(list: Element, composer: Element): Element {
  const holding = [list, ...listAncestors(list, null)].find((element) => element.contains(composer));
  return holding ?? list.ownerDocument.body;
}

interface AddressPattern {
  source: string;
  /** What stands before the value says that it is a conversation’s. */
  isNamed: boolean;
}

/** Such as `/conversations/4711` or `?ticket=4711`; of several the one that is called so, else the last. */
function readAddress(url: string): AddressPattern | null {
  if (!URL.canParse(url)) return null;
  const { pathname, search, hash } = new URL(url);
  const found = [...`${pathname}${search}${hash}`.matchAll(/([\w.-]+)(\/|=)([^/?#&=]+)/g)].flatMap(
    ([, name = '', sign = '', value = '']) => (ID_LIKE.test(value) ? [{ name, sign, value }] : []),
  );
  // Overlapping names: `/accounts/1/conversations/2` is looked at once more from its second name on.
  const parts = pathname.split('/').concat(hash.split('/'));
  const pairs = parts.flatMap((value, at) =>
    at > 0 && ID_LIKE.test(value) ? [{ name: parts[at - 1] ?? '', sign: '/', value }] : [],
  );
  const all = [...found, ...pairs].filter(({ name }) => /^[#\w.-]+$/.test(name) && name.length <= 40);
  const chosen = all.findLast(({ name }) => isConversationName(name)) ?? all.at(-1);
  if (!chosen) return null;
  const { name, sign } = chosen;
  const isNamed = isConversationName(name) || (name === 'id' && sign === '=');
  return { source: `${escapePattern(name)}${sign}([^/?#&]{1,60})`, isNamed };
}

function escapePattern(text: string): string {
  return text.replace(/[.+*?^$()[\]{}|\\/-]/g, '\\$&');
}

/** An attribute of what holds the chat, or of something beside the list in it. */
function findAttribute(list: Element, area: Element): Source | null {
  const around = [list, ...listAncestors(list, null)];
  const beside =
    area === area.ownerDocument.body ? [] : query(area, '*').filter((element) => !list.contains(element));
  for (const element of [...around, ...beside.slice(0, 400)]) {
    const source = readAttributes(element);
    if (source) return source;
  }
  return null;
}

function readAttributes(element: Element): Source | null {
  for (const attribute of element.attributes) {
    const flag = isIdentifying(attribute.value) ? flagAttribute(attribute) : null;
    if (!flag) continue;
    const ways = [flag, ...describeByMarks(element).map((mark) => `${mark}${flag}`)];
    const selector = ways.find((way) => query(rootOf(element), way)[0] === element);
    if (selector) return { selector, attribute: attribute.name };
  }
  return null;
}

/** @returns a selector for whatever carries it, with any value; null if it is no conversation's */
function flagAttribute({ name, value }: Attr): string | null {
  const isNamed = name.startsWith('data-') && isConversationName(name.slice('data-'.length));
  if (name === 'jid' || isNamed) return `[${name}]`;
  const isNumbered = name === 'id' && /\d/.test(value) && isConversationName(value);
  const [stem] = /^[A-Za-z_-]+/.exec(value) ?? [];
  return isNumbered && stem ? `[id^="${stem}"]` : null;
}

/** A name or a number, not a switch. */
function isIdentifying(value: string): boolean {
  return (
    value.length >= 2 &&
    value.length <= 200 &&
    !/^(?:true|false|null|undefined|open|closed|active|chat|all)$/i.test(value)
  );
}

function findHeading(list: Element, area: Element): Source | null {
  const headings = query(
    area,
    'h1, h2, h3, h4, [role="heading"], [class*="title" i], [class*="header" i] [class*="name" i]',
  );
  for (const heading of headings.filter((element) => isElement(element) && !list.contains(element))) {
    const words = readWords(heading);
    const [selector] = words && words.length <= MAX_HEADING_LENGTH ? describePlace(heading) : [];
    if (selector) return { selector };
  }
  return null;
}

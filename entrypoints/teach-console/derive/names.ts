/**
 * What a class or an attribute is called, and whether that name means anything tomorrow. Pure text: a page's names
 * are all we have to tell a customer's line from our own.
 */

/** Somebody a name can stand for. */
export type Side = 'customer' | 'agent';
/** Lines that are neither, whatever else they look like. */
export type Other = 'bot' | 'system' | 'internal-note';

const CUSTOMER =
  'customer visitor client guest buyer consumer requester requestor enduser lead them their theirs other others left incoming inbound received receive receiver in peer opposite friend';
const AGENT =
  'agent me mine my self own right outgoing outbound sent send sender out staff operator seller merchant cs kf kefu admin servicer reply response reverse reversed';
const OTHERS: Record<Other, string> = {
  bot: 'bot robot chatbot autoreply automated',
  system: 'system sys notice notification event info tip tips hint activity joined join quit',
  'internal-note': 'note notes internal private whisper',
};
/** Rows that say nothing: lines between days, typing dots. */
const DECORATION = 'date day divider separator marker typing unread loading spinner placeholder skeleton';
const STATES =
  'active inactive selected hover hovered focus focused current first last middle odd even new unread read seen open opened closed close visible hidden show shown shows followup follow continued continuation consecutive compact highlight highlighted loading loaded pending delivered failed error disabled enabled animated animate animation enter leave fade in-view expanded collapsed grouped group-start group-end start end top bottom previous next prev recent edited deleted success done';
/** In front of what is in that state. */
const HEADING =
  'previous next first last prev active selected hover focus new unread highlight highlighted same';
const UTILITY_HEADS =
  'm p mt mb ml mr mx my pt pb pl pr px py ms me ps pe w h min max g gap z top left right bottom inset text bg border rounded shadow opacity flex grid col row justify items self content order space font leading tracking float clear overflow d align pull position basis grow shrink whitespace break object cursor select pointer fw fs lh';
const UTILITY_WORDS =
  'auto start end center middle between around evenly stretch baseline none full screen fit xs sm md lg xl wrap nowrap col row reverse column hidden visible scroll x y t b l r bold medium semibold normal light white black gray grey muted primary secondary left right top bottom self items content justify relative absolute fixed sticky block inline px words all pre grow shrink';
const UTILITIES =
  'flex block inline grid hidden relative absolute fixed sticky truncate clearfix container row col uppercase italic underline visible invisible static table contents';

const setOf = (words: string) => new Set(words.split(' '));
const SIDES: Record<Side, ReadonlySet<string>> = { customer: setOf(CUSTOMER), agent: setOf(AGENT) };
const OTHER_WORDS = Object.entries(OTHERS).map(([other, words]) => [other as Other, setOf(words)] as const);
const DECORATION_WORDS = setOf(DECORATION);
const STATE_WORDS = setOf(STATES);
const HEADING_STATES = setOf(HEADING);
const HEADS = setOf(UTILITY_HEADS);
const CSS_WORDS = setOf(UTILITY_WORDS);
const PLAIN_UTILITIES = setOf(UTILITIES);

/** `messageIsMe`, `chat-msg__content--them` and `msg_left` in words. */
export function splitWords(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}

/** Whom a name stands for, or null if it says nothing or two things. */
export function readSide(name: string): Side | null {
  const words = splitWords(name);
  if (words.includes('not'))
    return words.some((word) => word === 'me' || word === 'self') ? 'customer' : null;
  if (words.includes('end') && words.includes('user')) return 'customer';
  const sides = (['customer', 'agent'] as const).filter((side) =>
    words.some((word) => SIDES[side].has(word)),
  );
  return sides.length === 1 ? (sides[0] ?? null) : null;
}

/** What kind of line that is neither a name stands for. */
export function readOther(name: string): Other | null {
  const words = splitWords(name);
  return OTHER_WORDS.find(([, known]) => words.some((word) => known.has(word)))?.[0] ?? null;
}

export function isDecoration(name: string): boolean {
  return splitWords(name).some((word) => DECORATION_WORDS.has(word));
}

/** Made by a tool at build time: another one with the next release. */
export function isHashed(part: string): boolean {
  if (/^\d+$/.test(part)) return true;
  const isMixed = /\d/.test(part) && /[a-z]/i.test(part);
  if (isMixed) return part.length >= 5 && !/^[a-z]+\d{1,2}$/i.test(part);
  return /^(?=.*[a-z])(?:.[^A-Z]*[A-Z]){3}/.test(part) && part.length >= 5 && part.length <= 8;
}

/** A class that says what an element is, not how it looks or what state it is in. */
export function isStableClass(name: string): boolean {
  if (name.length < 2 || name.length > 60 || !/^[\w-]+$/.test(name)) return false;
  if (/^(?:css|sc|jsx|jss|svelte|emotion|styled|ng|v|_ngcontent|_nghost|js)-/.test(name)) return false;
  if (name.split(/[-_]+/).some((part) => part !== '' && isHashed(part))) return false;
  return !isUtility(name) && !isState(name);
}

/** Of a class with a hash behind it, as CSS modules have: what stands before the hash. */
export function findStem(name: string): string | null {
  const [, stem = '', hash = ''] = /^([A-Za-z][\w-]*?[-_]{1,3})([A-Za-z\d]{4,10})$/.exec(name) ?? [];
  const isStem = stem.length >= 6 && isHashed(hash) && isStableClass(stem.replace(/[-_]+$/, ''));
  return isStem ? stem : null;
}

function isState(name: string): boolean {
  const words = splitWords(name);
  const [head = ''] = words;
  // `is-me` and `is-private` say who, `is-active` says when.
  const isSaying = readSide(name.replace(/^(?:is|has)[-_]?/, '')) ?? readOther(name);
  if (['is', 'has', 'with', 'no', 'was', 'can'].includes(head) && !isSaying) return true;
  const last = words.at(-1) ?? '';
  return HEADING_STATES.has(head) || STATE_WORDS.has(last) || STATE_WORDS.has(words.slice(-2).join('-'));
}

function isUtility(name: string): boolean {
  if (PLAIN_UTILITIES.has(name)) return true;
  const [head = '', ...rest] = splitWords(name);
  return rest.length > 0 && HEADS.has(head) && rest.every((word) => CSS_WORDS.has(word) || /^\d/.test(word));
}

const NAMING =
  'from author name user nick sender jid email mail title label id uid uuid time date timestamp isodate index key text url src href nonce seq mid msgid order count size width height position offset style variant color colour lang tooltip content';
const NAMING_WORDS = setOf(NAMING);

/** Attributes that say of which kind an element is; others name, count or time it. */
export function isKindAttribute(name: string): boolean {
  if (name === 'role' || name === 'type') return true;
  if (!name.startsWith('data-') || name.startsWith('data-v-')) return false;
  const words = splitWords(name.slice('data-'.length));
  const last = words.at(-1) ?? '';
  return last !== '' && !NAMING_WORDS.has(last) && !STATE_WORDS.has(last) && !words.includes('with');
}

/** One of a few values, as a kind has; not a number, a name or a text. */
export function isKindValue(value: string): boolean {
  return (
    value.length <= 40 &&
    /^[\w-]*$/.test(value) &&
    !/\d{3}/.test(value) &&
    !isHashed(value.replace(/^\d{1,2}$/, ''))
  );
}

const CONVERSATION = setOf(
  'conversation conversations conv chat chats ticket tickets session sessions thread threads room rooms channel channels customer visitor buyer jid peer dialog dialogue case cases issue issues inbox-view contact uid currentuid',
);

/** Attributes and parts of addresses that tell one conversation from another. */
export function isConversationName(name: string): boolean {
  return splitWords(name).some((word) => CONVERSATION.has(word));
}

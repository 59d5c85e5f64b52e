import {
  MAX_MESSAGE_LENGTH,
  MAX_MESSAGES,
  type ConsoleAdapter,
  type ParticipantRole,
} from '../../../knowledge/conversation/index.ts';
import { maskPii } from '../../../knowledge/privacy/index.ts';
import {
  findAll,
  findCandidate,
  findCandidateWithin,
  findFirst,
  findWithin,
  joinSelectors,
  matchesAny,
} from './query.ts';
import { readRole, type Authors } from './read-role.ts';
import { orderRows } from './row-order.ts';
import { readVisibleText } from './visible-text.ts';

export interface Row {
  /** Null where the console gives its messages no id. */
  id: string | null;
  role: ParticipantRole;
  text: string;
  shownAt: number | null;
  /** Which of the text's candidates it was. */
  textAt: number;
}

/** Rows that were read before and have not changed since, by element; null: not a message. */
export type RowCache = WeakMap<Element, Row | null>;

/** A number that the length limit cuts in two could not be recognised and masked. */
const LONGEST_NUMBER = 60;
const MAX_ID_LENGTH = 200;
/** Clocks differ a little; what claims to come from later than that says nothing. */
const MAX_AHEAD_MS = 2 * 60_000;

type MessageRules = ConsoleAdapter['messages'];

export interface ReadRowsOptions {
  cache: RowCache;
  authors: Authors;
  /** Milliseconds since 1970. */
  now: number;
}

export interface ReadRows {
  rows: Row[];
  /** Which candidate found the rows, and which is the first that found a text. */
  itemAt: number;
  textAt: number;
}

/** The newest rows of the list, oldest first. Rows inside rows are content, not messages. */
export function readRows(root: Element, rules: MessageRules, options: ReadRowsOptions): ReadRows {
  const itemAt = findCandidate(root, rules.item)?.at ?? 0;
  const itemSelector = rules.item[itemAt] ?? '';
  const shown = orderRows(findAll(root, itemSelector));
  const newestFirst = isNewestFirst(root, rules) ? shown : shown.toReversed();
  const rows: Row[] = [];
  for (const element of newestFirst) {
    if (rows.length >= MAX_MESSAGES) break;
    const isContent = element.parentElement?.closest(itemSelector);
    const row = isContent ? null : readCachedRow(element, rules, options);
    if (row) rows.unshift(row);
  }
  return { rows, itemAt, textAt: findFirstUsed(rows) };
}

function isNewestFirst(root: Element, { order, newestFirst = [] }: MessageRules): boolean {
  const marks = joinSelectors(newestFirst);
  return order === 'desc' || (marks !== null && root.closest(marks) !== null);
}

function findFirstUsed(rows: readonly Row[]): number {
  return rows.length > 0 ? Math.min(...rows.map(({ textAt }) => textAt)) : 0;
}

function readCachedRow(element: Element, rules: MessageRules, options: ReadRowsOptions): Row | null {
  const known = options.cache.get(element);
  if (known !== undefined) return known;
  const isDropped = matchesAny(element, rules.drop);
  const row = isDropped ? null : readRow(element, rules, options);
  // Without text it may only be hidden so far, by something around it: it is looked at again.
  if (row || isDropped) options.cache.set(element, row);
  return row;
}

function readRow(element: Element, rules: MessageRules, { authors, now }: ReadRowsOptions): Row | null {
  const found = findCandidateWithin(element, rules.text);
  const maxLength = MAX_MESSAGE_LENGTH + LONGEST_NUMBER;
  const leaveOut = joinSelectors(rules.textDrop ?? []);
  const text = found ? maskPii(readVisibleText(found.value, { maxLength, leaveOut })) : '';
  if (!found || !text) return null;
  return {
    id: readId(element, rules),
    role: readRole({ row: element, text: found.value }, rules.roles, authors),
    text: text.slice(0, MAX_MESSAGE_LENGTH).toWellFormed(),
    shownAt: readTime(element, rules.time, now),
    textAt: found.at,
  };
}

/** Some consoles draw a message first and give it its id when the server has it. */
function readId(element: Element, { idAttribute, idSelector }: MessageRules): string | null {
  const bearer = idSelector ? findWithin(element, idSelector) : element;
  return (idAttribute && bearer?.getAttribute(idAttribute)?.slice(0, MAX_ID_LENGTH)) || null;
}

function readTime(element: Element, rule: MessageRules['time'], now: number): number | null {
  if (!rule) return null;
  const bearer = rule.selector ? findFirst(element, [rule.selector]) : element;
  const written = bearer?.getAttribute(rule.attribute);
  const time = written ? Date.parse(written) : Number.NaN;
  return Number.isNaN(time) || time < 0 || time > now + MAX_AHEAD_MS ? null : time;
}

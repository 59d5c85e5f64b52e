import {
  MAX_MESSAGE_LENGTH,
  MAX_MESSAGES,
  type ConsoleAdapter,
  type ParticipantRole,
} from '../../../knowledge/conversation/index.ts';
import { maskPii } from '../../../knowledge/privacy/index.ts';
import { findAll, findFirst, joinSelectors, matchesAny } from './query.ts';
import { readVisibleText } from './visible-text.ts';

export interface Row {
  /** Null where the console gives its messages no id. */
  id: string | null;
  role: ParticipantRole;
  text: string;
  shownAt: number | null;
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
  /** Milliseconds since 1970. */
  now: number;
}

/** The newest rows of the list, oldest first. Rows inside rows are content, not messages. */
export function readRows(root: Element, rules: MessageRules, options: ReadRowsOptions): Row[] {
  const itemSelector = joinSelectors(rules.item);
  const rows: Row[] = [];
  if (!itemSelector) return rows;
  const elements = [...root.querySelectorAll(itemSelector)];
  for (let at = elements.length - 1; at >= 0 && rows.length < MAX_MESSAGES; at -= 1) {
    const element = elements[at];
    if (!element || element.parentElement?.closest(itemSelector)) continue;
    const row = readCachedRow(element, rules, options);
    if (row) rows.unshift(row);
  }
  return rows;
}

function readCachedRow(element: Element, rules: MessageRules, { cache, now }: ReadRowsOptions): Row | null {
  const known = cache.get(element);
  if (known !== undefined) return known;
  const isDropped = rules.drop !== undefined && matchesAny(element, rules.drop);
  const row = isDropped ? null : readRow(element, rules, now);
  // Without text it may only be hidden so far, by something around it: it is looked at again.
  if (row || isDropped) cache.set(element, row);
  return row;
}

function readRow(element: Element, rules: MessageRules, now: number): Row | null {
  const textElement = findFirst(element, rules.text);
  const maxLength = MAX_MESSAGE_LENGTH + LONGEST_NUMBER;
  const text = textElement ? maskPii(readVisibleText(textElement, { maxLength })) : '';
  if (!text) return null;
  return {
    // Some consoles draw a message first and give it its id when the server has it.
    id: (rules.idAttribute && element.getAttribute(rules.idAttribute)?.slice(0, MAX_ID_LENGTH)) || null,
    role: readRole(element, textElement, rules.roles),
    text: text.slice(0, MAX_MESSAGE_LENGTH).toWellFormed(),
    shownAt: readTime(element, rules.time, now),
  };
}

/** Never from what the message says, and never from markup inside its text: customers can write markup. */
function readRole(row: Element, text: Element | null, rules: MessageRules['roles']): ParticipantRole {
  const rule = rules.find(
    ({ row: onRow = [], within = [] }) =>
      matchesAny(row, onRow) ||
      within.some((selector) =>
        findAll(row, selector).some((mark) => mark === text || !text?.contains(mark)),
      ),
  );
  return rule?.role ?? 'unknown';
}

function readTime(element: Element, rule: MessageRules['time'], now: number): number | null {
  if (!rule) return null;
  const bearer = rule.selector ? findFirst(element, [rule.selector]) : element;
  const written = bearer?.getAttribute(rule.attribute);
  const time = written ? Date.parse(written) : Number.NaN;
  return Number.isNaN(time) || time < 0 || time > now + MAX_AHEAD_MS ? null : time;
}

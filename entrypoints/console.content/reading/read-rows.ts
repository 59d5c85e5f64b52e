import {
  MAX_MESSAGE_LENGTH,
  MAX_MESSAGES,
  type ConsoleAdapter,
  type ParticipantRole,
} from '../../../knowledge/conversation/index.ts';
import { maskPii } from '../../../knowledge/privacy/index.ts';
import { findFirst, matchesAny } from './query.ts';
import { readVisibleText } from './visible-text.ts';

export interface Row {
  /** Null where the console gives its messages no id. */
  id: string | null;
  role: ParticipantRole;
  text: string;
  shownAt: number | null;
}

/** Rows that were read before and have not changed since; keyed by their element. */
export type RowCache = WeakMap<Element, Row | null>;

type MessageRules = ConsoleAdapter['messages'];

/** The newest rows of the list, oldest first. Rows inside rows are content, not messages. */
export function readRows(root: Element, rules: MessageRules, cache: RowCache): Row[] {
  const itemSelector = rules.item.join(',');
  const rows: Row[] = [];
  const elements = [...root.querySelectorAll(itemSelector)];
  for (let at = elements.length - 1; at >= 0 && rows.length < MAX_MESSAGES; at -= 1) {
    const element = elements[at];
    if (!element || element.parentElement?.closest(itemSelector)) continue;
    const row = readCachedRow(element, rules, cache);
    if (row) rows.unshift(row);
  }
  return rows;
}

function readCachedRow(element: Element, rules: MessageRules, cache: RowCache): Row | null {
  const known = cache.get(element);
  if (known !== undefined) return known;
  const row = readRow(element, rules);
  cache.set(element, row);
  return row;
}

function readRow(element: Element, rules: MessageRules): Row | null {
  if (rules.drop && matchesAny(element, rules.drop)) return null;
  const textElement = findFirst(element, rules.text);
  const text = textElement ? maskPii(readVisibleText(textElement, { maxLength: MAX_MESSAGE_LENGTH })) : '';
  if (!text) return null;
  return {
    id: rules.idAttribute ? element.getAttribute(rules.idAttribute) : null,
    role: readRole(element, textElement, rules.roles),
    // A mask can be longer than what it hides.
    text: text.slice(0, MAX_MESSAGE_LENGTH),
    shownAt: readTime(element, rules.time),
  };
}

/** Never from what the message says, and never from markup inside its text: customers can write markup. */
function readRole(row: Element, text: Element | null, rules: MessageRules['roles']): ParticipantRole {
  const rule = rules.find(
    ({ row: onRow = [], within = [] }) =>
      matchesAny(row, onRow) ||
      within.some((selector) =>
        [...row.querySelectorAll(selector)].some((mark) => mark === text || !text?.contains(mark)),
      ),
  );
  return rule?.role ?? 'unknown';
}

function readTime(element: Element, rule: MessageRules['time']): number | null {
  if (!rule) return null;
  const bearer = rule.selector ? findFirst(element, [rule.selector]) : element;
  const written = bearer?.getAttribute(rule.attribute);
  const time = written ? Date.parse(written) : Number.NaN;
  return Number.isNaN(time) || time < 0 ? null : time;
}

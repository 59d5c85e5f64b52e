/** The filter being typed at the caret (`tag:退`), and putting a chosen value in its place. */
import { FILTER_NAMES, type FilterName } from '../../knowledge/search/index.ts';

export interface FilterWord {
  name: FilterName;
  /** What stands between the colon and the caret, without a quotation mark around it. */
  typed: string;
  /** Where the word begins and ends in the box. */
  start: number;
  end: number;
}

const NAME = `(?<=^|\\s)(${FILTER_NAMES.join('|')})[:：]`;
/** A value with spaces stands in quotation marks; while it is typed the second one is missing. */
const VALUE = '("[^"]*"?|“[^”]*”?|\\S*)';
const FILTER_BEFORE_CARET = new RegExp(`${NAME}${VALUE}$`, 'iu');

/** @param caret place in `text`. @returns null when the word there is no filter */
export function findFilterWord(text: string, caret: number): FilterWord | null {
  const found = FILTER_BEFORE_CARET.exec(text.slice(0, caret));
  const [, typedName, value = ''] = found ?? [];
  const name = FILTER_NAMES.find((known) => known === typedName?.toLowerCase());
  if (!found || !name) return null;
  const end = caret + countRest(value, text.slice(caret));
  return { name, typed: value.replace(/^["“]|["”]$/gu, ''), start: found.index, end };
}

/** How much of what is behind the caret belongs to the value: up to its quotation mark, or to the next space. */
function countRest(value: string, after: string): number {
  const closing = { '"': '"', '“': '”' }[value.slice(0, 1)];
  const isOpen = closing !== undefined && !(value.length > 1 && value.endsWith(closing));
  const closedAt = isOpen ? after.indexOf(closing) : -1;
  if (closedAt >= 0) return closedAt + 1;
  return /^\S*/.exec(after)?.[0].length ?? 0;
}

/** The box with the value in place of the word, and where the caret goes: behind it, ready for the next word. */
export function placeFilterValue(text: string, { name, start, end }: FilterWord, value: string) {
  const shown = /\s/.test(value) ? `"${value}"` : value;
  const head = `${text.slice(0, start)}${name}:${shown} `;
  return { text: head + text.slice(end).trimStart(), caret: head.length };
}

/** The filter being typed at the caret (`tag:退`), and putting a chosen value in its place. */
import { FILTER_NAMES, type FilterName } from '../../knowledge/search/index.ts';

export interface FilterWord {
  name: FilterName;
  /** What stands between the colon and the caret. */
  typed: string;
  /** Where the word begins and ends in the box. */
  start: number;
  end: number;
}

/** @param caret place in `text`. @returns null when the word there is no filter */
export function findFilterWord(text: string, caret: number): FilterWord | null {
  const before = /\S*$/.exec(text.slice(0, caret))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(caret))?.[0] ?? '';
  const colon = /[:：]/.exec(before)?.index;
  if (colon === undefined) return null;
  const name = FILTER_NAMES.find((known) => known === before.slice(0, colon).toLowerCase());
  if (!name) return null;
  return { name, typed: before.slice(colon + 1), start: caret - before.length, end: caret + after.length };
}

/** The box with the value in place of the word, and where the caret goes: behind it, ready for the next word. */
export function placeFilterValue(text: string, { name, start, end }: FilterWord, value: string) {
  const shown = /\s/.test(value) ? `"${value}"` : value;
  const head = `${text.slice(0, start)}${name}:${shown} `;
  return { text: head + text.slice(end).trimStart(), caret: head.length };
}

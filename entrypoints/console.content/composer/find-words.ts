/** From what was seen masked back to what stands in the composer. */
import { ANY_MASK, foldFullWidth, maskPii } from '../../../knowledge/privacy/index.ts';
import type { ReplaceInDraftCommand } from '../../../knowledge/conversation/index.ts';
import { stripInvisible } from '../../../utils/text/strip-invisible.ts';
import { showDraft } from './draft-text.ts';

/** No value that is masked is longer. */
const HIDDEN = '([^]{4,99}?)';

export interface FoundWords {
  /** In what was typed. */
  start: number;
  end: number;
  /** What goes there, with everything that was masked. */
  text: string;
}

/** @returns null unless these very words stand at this very place */
export function findWords(
  typed: string,
  { find, at, text }: Pick<ReplaceInDraftCommand, 'find' | 'at' | 'text'>,
): FoundWords | null {
  const shown = foldFullWidth(showDraft(typed));
  const seen = maskPii(shown);
  const places = mapPlaces(typed);
  const toTyped = (from: number, to: number, words: string) => {
    const start = places[from] ?? (places[from - 1] ?? -1) + 1;
    return { start, end: to > from ? (places[to - 1] ?? 0) + 1 : start, text: words };
  };
  if (find === '') {
    const end = shown.trimEnd().length;
    return seen.trimEnd().length === at ? toTyped(end, end, text) : null;
  }
  const pattern = new RegExp(find.split(ANY_MASK).map(escape).join(HIDDEN), 'g');
  for (let match = pattern.exec(shown); match; match = pattern.exec(shown)) {
    const { 0: words, index } = match;
    const end = index + words.length;
    const parts = [shown.slice(0, index), words, shown.slice(end)].map(maskPii);
    // Words that begin or end within a number were not what was seen.
    if (parts[0]?.length === at && parts[1] === find && parts.join('') === seen) {
      const whole = unmask(text, find, match.slice(1));
      return whole === null ? null : toTyped(index, end, whole);
    }
    pattern.lastIndex = index + 1;
  }
  return null;
}

/** Where a caret stands after the words have been replaced: beside what it stood beside. */
export function moveCaret(caret: number, { start, end, text }: FoundWords): number {
  return caret > start ? Math.max(caret, end) + text.length - (end - start) : caret;
}

/** @returns null where nobody knows what a mask hides: it must not reach a customer */
function unmask(text: string, find: string, hidden: readonly string[]): string | null {
  const masks: string[] = find.match(ANY_MASK) ?? [];
  let isKnown = true;
  const whole = text.replace(ANY_MASK, (mask) => {
    const value = hidden[masks.indexOf(mask)];
    // Two numbers can end alike.
    isKnown &&= value !== undefined && value === hidden[masks.lastIndexOf(mask)];
    return value ?? '';
  });
  return isKnown ? whole : null;
}

/** Where each character that is shown stands in what was typed. */
function mapPlaces(typed: string): number[] {
  const places: number[] = [];
  let at = 0;
  for (const sign of typed) {
    for (let unit = 0; unit < sign.length; unit += 1, at += 1) if (stripInvisible(sign)) places.push(at);
  }
  return places;
}

function escape(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

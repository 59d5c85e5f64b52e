/**
 * Turns text into the terms the index knows: single Han characters and pairs of them, Latin words and
 * digit runs. Character pairs do not depend on a dictionary or on the browser's word breaker, and were
 * measured within three points of word indexes (shared study, see docs/adr/0004).
 */
import { hashText } from '../../utils/text/hash-text.ts';

export interface Term {
  text: string;
  /** Where the term stands in the normalised text, for highlighting: [start, end). */
  start: number;
  end: number;
}

const RUN = /(\p{Script=Han}+)|([\p{Script=Latin}\p{M}]+)|(\p{Nd}+)/gu;
const MAX_TEXT = 20_000;
const MAX_PHRASE = 200;

/** Same length per character where possible: NFKC first, so spans refer to what this returns. */
export function normaliseText(text: string): string {
  return text.slice(0, MAX_TEXT).toWellFormed().normalize('NFKC').toLowerCase();
}

/** @param normalised what {@link normaliseText} returned */
export function analyseText(normalised: string): Term[] {
  const terms: Term[] = [];
  for (const match of normalised.matchAll(RUN)) {
    if (match[1]) addHanTerms(terms, match[1], match.index);
    else terms.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return terms;
}

/**
 * A short text as one number, spacing and punctuation aside: who asks in exactly an article's words means that
 * article. Null for what is too long to be a title or an alias.
 *
 * @param normalised what {@link normaliseText} returned
 */
export function hashPhrase(normalised: string): number | null {
  if (normalised.length > MAX_PHRASE) return null;
  const letters = normalised.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return letters ? hashText(letters) : null;
}

export function isSingleHan(term: string): boolean {
  return [...term].length === 1 && /\p{Script=Han}/u.test(term);
}

function addHanTerms(terms: Term[], run: string, offset: number): void {
  let previous = '';
  let position = offset;
  for (const character of run) {
    terms.push({ text: character, start: position, end: position + character.length });
    if (previous) {
      terms.push({
        text: previous + character,
        start: position - previous.length,
        end: position + character.length,
      });
    }
    previous = character;
    position += character.length;
  }
}

/**
 * Turns text into the terms the index knows: single Han characters and pairs of them, words and numbers in
 * Latin script with their stems, and names such as i9300 whole and in parts. Character pairs do not depend on a
 * dictionary or on the browser's word breaker, and rank within three points of word indexes (docs/retrieval.md).
 */
import { stemmer } from 'stemmer';
import { hashPair, hashWord } from './term-hash.ts';

/** Called for each term with where it stands in the normalised text: [start, end). Plain numbers, because an index is built of tens of millions. */
// oxlint-disable-next-line max-params -- an object for each would be most of the work
export type VisitTerm = (hash: number, kind: WrittenKind, start: number, end: number) => void;
export type WrittenKind = 'character' | 'pair' | 'word';

const RUN = /(\p{Script=Han}+)|((?:(?!\p{Script=Han})[\p{L}\p{M}\p{Nd}])+)/gu;
const PARTS = /\p{Nd}+|[^\p{Nd}]+/gu;

/** @param normalised what `normaliseText` returned */
export function visitTerms(normalised: string, visit: VisitTerm): void {
  let before: Word | null = null;
  for (const match of normalised.matchAll(RUN)) {
    if (match[1]) visitHan(match[1], match.index, visit);
    const word: Word | null = match[1] ? null : visitLatin(match[0], match.index, visit);
    // Two words side by side say more than each: top up, card payment.
    if (before && word && word.start - before.end === 1)
      visit(hashPair('pair', before.hash, word.hash), 'pair', before.start, word.end);
    before = word;
  }
}

interface Word {
  hash: number;
  start: number;
  end: number;
}

function visitHan(run: string, offset: number, visit: VisitTerm): void {
  let before = 0;
  let start = offset;
  for (const character of run) {
    const code = character.codePointAt(0) ?? 0;
    const end = start + character.length;
    visit(hashPair('character', code, 0), 'character', start, end);
    if (before) visit(hashPair('pair', before, code), 'pair', start - (before > 0xff_ff ? 2 : 1), end);
    before = code;
    start = end;
  }
}

function visitLatin(run: string, start: number, visit: VisitTerm): Word {
  const end = start + run.length;
  const parts = [...run.matchAll(PARTS)];
  const hash = hashWord('word', parts.length > 1 ? run : stemWord(run));
  visit(hash, 'word', start, end);
  if (parts.length > 1) {
    for (const { 0: part, index } of parts)
      visit(hashWord('word', stemWord(part)), 'word', start + index, start + index + part.length);
  }
  return { hash, start, end };
}

const stems = new Map<string, string>();
const MAX_STEMS = 20_000;

/** cards → card, charged → charg; by Porter's rules, remembered because stemming is slow. */
function stemWord(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const known = stems.get(word);
  if (known) return known;
  const stem = stemmer(word);
  if (stems.size < MAX_STEMS) stems.set(word, stem);
  return stem;
}

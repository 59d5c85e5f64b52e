/**
 * Turns text into the terms the index knows: single Han characters and pairs of them, words and numbers in
 * Latin script with their stems, and names such as i9300 whole and in parts. Character pairs do not depend on a
 * dictionary or on the browser's word breaker, and rank within three points of word indexes (docs/retrieval.md).
 */
import { stemmer } from 'stemmer';
import { listRuns, type Run } from './runs.ts';
import { hashPair, hashWord } from './term-hash.ts';

export type WrittenKind = 'character' | 'pair' | 'word';

export interface WrittenTerm {
  hash: number;
  kind: WrittenKind;
  /** Where it stands in the normalised text: [start, end). */
  start: number;
  end: number;
}

/** @param term one object for all terms, because an index is built of tens of millions: read it, do not keep it */
export type VisitTerm = (term: Readonly<WrittenTerm>) => void;

const PARTS = /\p{Nd}+|[^\p{Nd}]+/gu;

/** @param normalised what `normaliseText` returned */
export function visitTerms(normalised: string, visit: VisitTerm): void {
  const term: WrittenTerm = { hash: 0, kind: 'word', start: 0, end: 0 };
  let before: Run | null = null;
  let hashBefore = 0;
  for (const run of listRuns(normalised)) {
    if (run.isHan) {
      visitHan(normalised, run, { term, visit });
      before = null;
      continue;
    }
    const hash = visitLatin(normalised, run, { term, visit });
    // Two words side by side say more than each: top up, card payment.
    if (before && run.start - before.end === 1) {
      term.hash = hashPair('pair', hashBefore, hash);
      term.kind = 'pair';
      term.start = before.start;
      term.end = run.end;
      visit(term);
    }
    before = run;
    hashBefore = hash;
  }
}

interface Visitor {
  term: WrittenTerm;
  visit: VisitTerm;
}

function visitHan(text: string, run: Run, { term, visit }: Visitor): void {
  let before = 0;
  let startBefore = run.start;
  for (let start = run.start; start < run.end; start = term.end) {
    const code = text.codePointAt(start) ?? 0;
    term.hash = hashPair('character', code, 0);
    term.kind = 'character';
    term.start = start;
    term.end = start + (code > 0xff_ff ? 2 : 1);
    visit(term);
    if (before) {
      term.hash = hashPair('pair', before, code);
      term.kind = 'pair';
      term.start = startBefore;
      visit(term);
    }
    before = code;
    startBefore = start;
  }
}

/** @returns the hash of the whole word */
function visitLatin(text: string, { start, end }: Run, { term, visit }: Visitor): number {
  const word = text.slice(start, end);
  const parts = [...word.matchAll(PARTS)];
  const hash = hashWord('word', parts.length > 1 ? word : stemWord(word));
  const visitWord = (own: number, from: number, to: number) => {
    Object.assign(term, { hash: own, kind: 'word', start: from, end: to });
    visit(term);
  };
  visitWord(hash, start, end);
  if (parts.length > 1) {
    for (const { 0: part, index } of parts)
      visitWord(hashWord('word', stemWord(part)), start + index, start + index + part.length);
  }
  return hash;
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

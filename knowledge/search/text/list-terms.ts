/** The distinct terms of one short text, and which belong to a word of a synonym group. */
import { visitTerms } from './analyse.ts';
import type { ConceptFinder } from './concepts.ts';

export const CHARACTER = 0;
export const PAIR = 1;
export const WORD = 2;
export const CONCEPT = 3;

const KIND_NUMBERS = { character: CHARACTER, pair: PAIR, word: WORD };

/** Parallel lists; concepts come first. */
export interface TermList {
  hashes: number[];
  /** CHARACTER, PAIR, WORD or CONCEPT. */
  kinds: number[];
  /** Which concept of this list (counted from 1) the term is part of; 0 for none. */
  within: number[];
}

/** @param normalised what `normaliseText` returned, stop phrases blanked */
export function listTerms(normalised: string, finder: ConceptFinder): TermList {
  const list: TermList = { hashes: [], kinds: [], within: [] };
  const known = new Set<number>();
  const add = (hash: number, kind: number, within: number) => {
    if (known.has(hash)) return;
    known.add(hash);
    list.hashes.push(hash);
    list.kinds.push(kind);
    list.within.push(within);
  };
  const concepts = finder.find(normalised);
  for (const { hash } of concepts) add(hash, CONCEPT, 0);
  // oxlint-disable-next-line max-params -- see VisitTerm
  visitTerms(normalised, (hash, kind, start, end) => {
    const around = concepts.find((concept) => concept.start <= start && end <= concept.end);
    const within = around ? list.hashes.indexOf(around.hash) + 1 : 0;
    add(hash, KIND_NUMBERS[kind], within);
  });
  return list;
}

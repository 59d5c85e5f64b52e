/** The distinct terms of one short text, and which belong to a word of a synonym group. */
import { visitTerms } from './analyse.ts';
import type { ConceptFinder, FoundConcept } from './concepts.ts';

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
  const places = new Map<number, number>();
  const add = (hash: number, kind: number, within: number) => {
    if (places.has(hash)) return;
    places.set(hash, list.hashes.length + 1);
    list.hashes.push(hash);
    list.kinds.push(kind);
    list.within.push(within);
  };
  const concepts = finder.find(normalised);
  for (const { hash } of concepts) add(hash, CONCEPT, 0);
  const coverage = coverPositions(concepts);
  visitTerms(normalised, ({ hash, kind, start, end }) => {
    const around = coverage[start];
    const isWithin = around !== undefined && end <= around.end;
    add(hash, KIND_NUMBERS[kind], isWithin ? (places.get(around.hash) ?? 0) : 0);
  });
  return list;
}

/** By position in the text: the concept whose word stands there. */
function coverPositions(concepts: readonly FoundConcept[]): (FoundConcept | undefined)[] {
  const coverage: (FoundConcept | undefined)[] = [];
  for (const concept of concepts) {
    while (coverage.length < concept.start) coverage.push(undefined);
    while (coverage.length < concept.end) coverage.push(concept);
  }
  return coverage;
}

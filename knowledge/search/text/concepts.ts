/** Finds words of synonym groups in a text: 资费 and 套餐 are then one and the same term. */
import type { SynonymGroup } from '../../synonyms/index.ts';
import { normaliseText } from './normalise.ts';
import { hashWord } from './term-hash.ts';

export interface FoundConcept {
  hash: number;
  /** Where its word stands in the normalised text: [start, end). */
  start: number;
  end: number;
}

export interface ConceptFinder {
  /** Longest words first, left to right, none overlapping. @param normalised what `normaliseText` returned */
  find(normalised: string): FoundConcept[];
  /** Changes when the groups do: an index made with others must be made anew. */
  readonly checksum: number;
}

interface Word {
  text: string;
  hash: number;
}

export const NO_CONCEPTS: ConceptFinder = createConceptFinder([]);

export function createConceptFinder(groups: readonly SynonymGroup[]): ConceptFinder {
  const words = groupWords(groups);
  const checksum = hashWord('concept', JSON.stringify(groups.map(({ id, terms }) => [id, ...terms])));
  return { checksum, find: (normalised) => findAll(normalised, words) };
}

interface WordGroups {
  /** By code unit: which group has the words that begin with it, counted from 1; 0 for none. Asked for every character of every article. */
  byFirst: Uint16Array;
  groups: readonly (readonly Word[])[];
}

function groupWords(synonyms: readonly SynonymGroup[]): WordGroups {
  const byFirst = new Uint16Array(0x1_00_00);
  const groups: Word[][] = [];
  for (const { id, terms } of synonyms) {
    for (const text of terms.map(normaliseText).filter(Boolean)) {
      const first = text.charCodeAt(0);
      if (byFirst[first] === 0) byFirst[first] = groups.push([]);
      groups[(byFirst[first] ?? 0) - 1]?.push({ text, hash: hashWord('concept', id) });
    }
  }
  for (const words of groups) words.sort((left, right) => right.text.length - left.text.length);
  return { byFirst, groups };
}

function findAll(text: string, { byFirst, groups }: WordGroups): FoundConcept[] {
  const found: FoundConcept[] = [];
  let at = 0;
  while (at < text.length) {
    const group = byFirst[text.charCodeAt(at)] ?? 0;
    const word = group > 0 && groups[group - 1]?.find((candidate) => standsAt(text, at, candidate.text));
    if (word) found.push({ hash: word.hash, start: at, end: at + word.text.length });
    at += word ? word.text.length : 1;
  }
  return found;
}

const LATIN = /[\p{Script=Latin}\p{M}]/u;

/** Latin words only where they stand alone: the card in discard is none. */
function standsAt(text: string, at: number, word: string): boolean {
  if (!text.startsWith(word, at)) return false;
  const end = at + word.length;
  return !(joins(text, at - 1) && joins(text, at)) && !(joins(text, end - 1) && joins(text, end));
}

function joins(text: string, at: number): boolean {
  return at >= 0 && at < text.length && LATIN.test(text.charAt(at));
}

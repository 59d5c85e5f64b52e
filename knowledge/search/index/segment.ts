/**
 * An immutable piece of the index: flat typed arrays and two long strings, so that fifty thousand articles load
 * from disk in a blink and leave the garbage collector nothing to walk.
 */

/** Positions of articles: two bytes each where they fit. */
export type Positions = Uint16Array | Uint32Array;

/** Lists of short strings, one list an article: `text.slice(starts[n], starts[n + 1])` is name n. */
export interface StringLists {
  text: string;
  /** Where each string begins, and the end. */
  starts: Uint32Array;
  /** Article p's strings are `firsts[p] … firsts[p + 1]`. */
  firsts: Uint32Array;
}

/** What each name says, so that hundreds can be compared with a question in a millisecond. */
export interface NameTerms {
  /** Name n's terms are `starts[n] … starts[n + 1]` of the two lists below. */
  starts: Uint32Array;
  /** Four times the term's place in `terms`, plus its kind (`list-terms.ts`). */
  rows: Uint32Array;
  /** Parallel: which concept of the name the term is part of, counted from 1; 0 for none. */
  within: Uint8Array;
}

export interface Segment {
  articleIds: readonly string[];
  /** Normalised: the title first, then the aliases. */
  names: StringLists;
  nameTerms: NameTerms;
  /** Normalised `tag:退款`, `line:号卡`, `family:…`, `state:…`. */
  facets: StringLists;
  /** By article: its first reply as a number; 0 for none. Articles that say the same are not shown side by side. */
  replies: Uint32Array;
  /** Hashes of all terms, ascending. */
  terms: Uint32Array;
  /** Postings of term t are `articles[offsets[t]] … articles[offsets[t + 1]]`. */
  offsets: Uint32Array;
  /** Positions in `articleIds`, ascending within a term. */
  articles: Positions;
  /** BM25F weight before idf in 255ths of its bound, parallel to `articles`. One byte ranks as well as four. */
  impacts: Uint8Array;
  /** Titles and aliases as whole phrases (`hashPhrase`), ascending. */
  phrases: Uint32Array;
  /** Positions in `articleIds`, parallel to `phrases`. */
  phraseArticles: Positions;
}

export const FINEST_IMPACT = 255;

/** Half the bytes to load where positions are small. */
export function choosePositionArray(articleCount: number): typeof Uint16Array | typeof Uint32Array {
  return articleCount <= 0xff_ff ? Uint16Array : Uint32Array;
}

/** @returns the term's place in `terms`; −1 for one it does not know */
export function findRow({ terms }: Segment, term: number): number {
  const row = findFirst(terms, term);
  return terms[row] === term ? row : -1;
}

/** @returns [start, end) in the segment's postings; empty for a term it does not know */
export function findPostings(segment: Segment, term: number): [number, number] {
  const row = findRow(segment, term);
  return row < 0 ? [0, 0] : [segment.offsets[row] ?? 0, segment.offsets[row + 1] ?? 0];
}

export function countPostings(segment: Segment, term: number): number {
  const [start, end] = findPostings(segment, term);
  return end - start;
}

/** @returns whether the article has the term, in a name, a tag or a reply */
export function hasTerm(segment: Segment, { position, term }: { position: number; term: number }): boolean {
  return isAmong(segment, findPostings(segment, term), position);
}

/** @param postings [start, end), as `findPostings` gives them */
export function isAmong({ articles }: Segment, [start, end]: [number, number], position: number): boolean {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((articles[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low < end && articles[low] === position;
}

/** Positions of the articles with this title or alias. */
export function findNamed({ phrases, phraseArticles }: Segment, phrase: number): number[] {
  const found: number[] = [];
  for (let at = findFirst(phrases, phrase); phrases[at] === phrase; at += 1)
    found.push(phraseArticles[at] ?? 0);
  return found;
}

export function listStrings({ text, starts, firsts }: StringLists, position: number): string[] {
  const strings: string[] = [];
  for (let at = firsts[position] ?? 0; at < (firsts[position + 1] ?? 0); at += 1)
    strings.push(text.slice(starts[at], starts[at + 1]));
  return strings;
}

/** Index of the first number that is not smaller; the list ascends. */
function findFirst(ascending: Uint32Array, wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The Latin words in titles and aliases: to complete what is being typed, and to mend what was mistyped. */
import type { Segment } from './index/segment.ts';
import { MAX_LENGTH, takeWordList } from './word-list.ts';

export interface Vocabulary {
  has(word: string): boolean;
  /** @returns the text with its last word, if only begun, followed by words that begin so */
  completeLast(text: string): string;
  /** @returns the nearest word to a mistyped one; null if none is near */
  mend(word: string): string | null;
}

const LAST_WORD = /(?:^|[^a-z])([a-z]{3,24})$/i;
const MAX_COMPLETIONS = 4;
const MIN_MENDED = 4;
/** A word far longer is another word that happens to have these letters. */
const MAX_LENGTH_APART = 2;

/** Made for every search; what takes time is remembered with the segments. */
export function createVocabulary(segments: readonly Segment[]): Vocabulary {
  const lists = segments.map(takeWordList);
  const has = (word: string) => lists.some((list) => list.has(word));
  return {
    has,
    completeLast(text) {
      const begun = LAST_WORD.exec(text)?.[1]?.toLowerCase();
      if (!begun || has(begun)) return text;
      const found = [...new Set(lists.flatMap((list) => list.listCompletions(begun)))];
      const shortest = found.toSorted((left, right) => left.length - right.length || (left < right ? -1 : 1));
      return [text, ...shortest.slice(0, MAX_COMPLETIONS)].join(' ');
    },
    mend(word) {
      if (word.length < MIN_MENDED || word.length > MAX_LENGTH) return null;
      const near = lists
        .flatMap((list) => list.findNear(word))
        .toSorted((left, right) => left.distance - right.distance || (left.word < right.word ? -1 : 1));
      return near.find((each) => Math.abs(each.word.length - word.length) <= MAX_LENGTH_APART)?.word ?? null;
    },
  };
}

/** The Latin words in titles and aliases: to complete what is being typed, and to mend what was mistyped. */
import Fuse from 'fuse.js';
import type { Segment } from './index/segment.ts';

export interface Vocabulary {
  has(word: string): boolean;
  /** @returns the text with its last word, if only begun, followed by words that begin so */
  completeLast(text: string): string;
  /** @returns the nearest word to a mistyped one; null if none is near */
  mend(word: string): string | null;
}

const WORD = /[a-z]{3,}/g;
const MAX_WORDS = 8_000;
const MAX_LENGTH = 24;
const LAST_WORD = /(?:^|[^a-z])([a-z]{3,24})$/i;
const MAX_COMPLETIONS = 4;

export function createVocabulary(segments: readonly Segment[]): Vocabulary {
  const words = new Set<string>();
  for (const { names } of segments) {
    // Names lie side by side in one text: the last word of one must not run into the first of the next.
    const text = Array.from(names.starts, (start, at) => names.text.slice(start, names.starts[at + 1])).join(
      ' ',
    );
    for (const [word] of text.matchAll(WORD)) {
      if (words.size >= MAX_WORDS) break;
      if (word.length <= MAX_LENGTH) words.add(word);
    }
  }
  const sorted = [...words].toSorted();
  let fuse: Fuse<string> | null = null;
  return {
    has: (word) => words.has(word),
    completeLast(text) {
      const begun = LAST_WORD.exec(text)?.[1]?.toLowerCase();
      if (!begun || words.has(begun)) return text;
      return [text, ...completeFrom(sorted, begun).slice(0, MAX_COMPLETIONS)].join(' ');
    },
    mend(word) {
      if (word.length < 4 || word.length > MAX_LENGTH) return null;
      fuse ??= new Fuse(sorted, { threshold: 0.34, ignoreLocation: true, includeScore: true });
      // A word far longer is another word that happens to have these letters.
      const near = fuse.search(word, { limit: 8 }).map(({ item }) => item);
      return near.find((each) => Math.abs(each.length - word.length) <= 2) ?? null;
    },
  };
}

function completeFrom(sorted: readonly string[], beginning: string): string[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  const found = takeWhile(sorted.slice(low), (word) => word.startsWith(beginning));
  return found.toSorted((left, right) => left.length - right.length);
}

function takeWhile(words: readonly string[], is: (word: string) => boolean): readonly string[] {
  const end = words.findIndex((word) => !is(word));
  return end < 0 ? words : words.slice(0, end);
}

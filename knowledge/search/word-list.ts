/** The Latin words that one segment's titles and aliases are made of. */
import Fuse from 'fuse.js';
import type { Segment, StringLists } from './index/segment.ts';

export interface WordList {
  has(word: string): boolean;
  /** Words that begin so, in the order of the alphabet. */
  listCompletions(beginning: string): readonly string[];
  /** Words with nearly these letters, nearest first. */
  findNear(word: string): readonly NearWord[];
}

export interface NearWord {
  word: string;
  /** 0 is the very word. */
  distance: number;
}

const WORD = /[a-z]{3,}/g;
const MIN_LENGTH = 3;
/** Nobody completes or mends a longer one. */
export const MAX_LENGTH = 24;
const MAX_WORDS = 8_000;
const MAX_NEAR = 8;

const lists = new WeakMap<Segment, WordList>();

/** Read once a segment: the large one stays the same through all small changes. */
export function takeWordList(segment: Segment): WordList {
  const known = lists.get(segment);
  if (known) return known;
  const made = createWordList(readWords(segment.names));
  lists.set(segment, made);
  return made;
}

function createWordList(words: ReadonlySet<string>): WordList {
  const sorted = [...words].toSorted();
  let fuse: Fuse<string> | null = null;
  return {
    has: (word) => words.has(word),
    listCompletions: (beginning) => sorted.slice(...findBegun(sorted, beginning)),
    findNear(word) {
      fuse ??= new Fuse(sorted, { threshold: 0.34, ignoreLocation: true, includeScore: true });
      return fuse
        .search(word, { limit: MAX_NEAR })
        .map(({ item, score = 1 }) => ({ word: item, distance: score }));
    },
  };
}

/** @returns [start, end) of the words that begin so */
function findBegun(sorted: readonly string[], beginning: string): [number, number] {
  const start = findFirst(sorted, (word) => word >= beginning);
  return [start, findFirst(sorted, (word) => word >= beginning && !word.startsWith(beginning))];
}

/** @param is false for all words up to one, and true from there on */
function findFirst(sorted: readonly string[], is: (word: string) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (is(sorted[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Names lie side by side in one text: the last word of one must not run into the first of the next. */
function readWords({ text, starts }: StringLists): ReadonlySet<string> {
  const words = new Set<string>();
  let name = 0;
  for (const { 0: run, index } of text.matchAll(WORD)) {
    const end = index + run.length;
    let from = index;
    while ((starts[name] ?? end) <= from) name += 1;
    for (let border = starts[name]; border !== undefined && border < end; border = starts[name]) {
      addWord(words, text.slice(from, border));
      from = border;
      name += 1;
    }
    addWord(words, text.slice(from, end));
    if (words.size >= MAX_WORDS) break;
  }
  return words;
}

function addWord(words: Set<string>, word: string): void {
  if (word.length >= MIN_LENGTH && word.length <= MAX_LENGTH && words.size < MAX_WORDS) words.add(word);
}

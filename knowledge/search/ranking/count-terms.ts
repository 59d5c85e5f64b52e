/** What the terms of a text come to, kind by kind: the whole of it, or what another text has of it. */
import type { NameTerms } from '../index/segment.ts';
import { CHARACTER_WEIGHT } from '../index/weigh-article.ts';
import { CHARACTER, CONCEPT, PAIR, WORD } from '../text/list-terms.ts';

export interface Counts {
  /** Of all terms but concepts. */
  worth: number;
  /** Of characters and words alone. */
  units: number;
  words: number;
  concepts: number;
}

export const startCount = (): Counts => ({ worth: 0, units: 0, words: 0, concepts: 0 });

export function count(counts: Counts, kind: number, rarity: number): void {
  if (kind === CONCEPT) {
    counts.concepts += 1;
    return;
  }
  const worth = kind === CHARACTER ? rarity * CHARACTER_WEIGHT : rarity;
  counts.worth += worth;
  if (kind === PAIR) return;
  counts.units += worth;
  if (kind === WORD) counts.words += 1;
}

/** The whole of each name: the same for every question, so it is counted once. */
export interface NameCounts {
  read(name: number): Counts;
}

const FIELDS = 4;

/** @param rarities by row */
export function createNameCounts({ rows, starts }: NameTerms, rarities: Float32Array): NameCounts {
  const known = new Float64Array(FIELDS * Math.max(0, starts.length - 1));
  const add = (name: number): Counts => {
    const counts = startCount();
    for (let at = starts[name] ?? 0; at < (starts[name + 1] ?? 0); at += 1) {
      const packed = rows[at] ?? 0;
      count(counts, packed & 3, rarities[packed >>> 2] ?? 0);
    }
    known.set([counts.worth, counts.units, counts.words, counts.concepts], FIELDS * name);
    return counts;
  };
  return {
    read(name) {
      const at = FIELDS * name;
      const worth = known[at] ?? 0;
      // One without terms is counted each time; there is nothing to count.
      if (worth === 0) return add(name);
      return {
        worth,
        units: known[at + 1] ?? 0,
        words: known[at + 2] ?? 0,
        concepts: known[at + 3] ?? 0,
      };
    },
  };
}

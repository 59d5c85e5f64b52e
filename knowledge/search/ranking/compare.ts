/** How well a question and one name of an article say the same, in numbers the ranker was trained on. */
import type { Segment } from '../index/segment.ts';
import { CHARACTER_WEIGHT } from '../index/weigh-article.ts';
import { CHARACTER, CONCEPT, PAIR, WORD, type TermList } from '../text/list-terms.ts';

/** What the terms two texts share say. All from 0 to 1. */
export interface Overlap {
  /** Share of the question's worth that the name has; a synonym counts. */
  questionCovered: number;
  nameCovered: number;
  /** The same by characters and words alone: order and neighbours aside. */
  questionUnits: number;
  nameUnits: number;
  /** Of the words and numbers in Latin script (i9300), how many the other side lacks. */
  wordsMissing: number;
  wordsOther: number;
  nameConcepts: number;
}

/** A question's terms with what they are worth in the index at hand. */
export interface RatedTerms extends TermList {
  worths: Float64Array;
}

/** One segment, made ready to compare its names with one question. */
export interface NameReader {
  segment: Segment;
  /** By row: how rare the term is. */
  rarities: Float32Array;
  /** By row: the question's term in that place, counted from 1; 0 for none. */
  places: Uint16Array;
}

let isShared = new Uint8Array(256);

/** Plain loops over flat arrays: this runs over every term of hundreds of names a question. */
export function measureOverlap(question: RatedTerms, reader: NameReader, name: number): Overlap {
  if (isShared.length <= question.hashes.length) isShared = new Uint8Array(2 * question.hashes.length);
  isShared.fill(0, 0, question.hashes.length + 1);
  const named = coverName(reader, name);
  const asked = coverQuestion(question);
  return {
    questionCovered: asked.all,
    nameCovered: named.all,
    questionUnits: asked.units,
    nameUnits: named.units,
    wordsMissing: asked.wordsMissing,
    wordsOther: named.wordsMissing,
    nameConcepts: named.concepts,
  };
}

/** Marks in `isShared` which of the question's terms the name has. */
function coverName({ segment: { nameTerms }, rarities, places }: NameReader, name: number) {
  const { rows, within } = nameTerms;
  const start = nameTerms.starts[name] ?? 0;
  const end = nameTerms.starts[name + 1] ?? 0;
  const cover = startCover();
  const findPlace = (at: number) => places[(rows[at] ?? 0) >>> 2] ?? 0;
  for (let at = start; at < end; at += 1) {
    const place = findPlace(at);
    if (place > 0) isShared[place] = 1;
    const concept = within[at] ?? 0;
    const isCovered = place > 0 || (concept > 0 && findPlace(start + concept - 1) > 0);
    const packed = rows[at] ?? 0;
    count(cover, { kind: packed & 3, rarity: rarities[packed >>> 2] ?? 0, isCovered });
  }
  return finishCover(cover);
}

function coverQuestion({ hashes, kinds, within, worths }: RatedTerms) {
  const cover = startCover();
  for (let at = 0; at < hashes.length; at += 1) {
    const isCovered = isShared[at + 1] === 1 || isShared[within[at] ?? 0] === 1;
    count(cover, { kind: kinds[at] ?? 0, rarity: worths[at] ?? 0, isCovered });
  }
  return finishCover(cover);
}

const startCover = () => ({
  total: 0,
  covered: 0,
  units: 0,
  coveredUnits: 0,
  words: 0,
  missing: 0,
  concepts: 0,
  coveredConcepts: 0,
});
type Counts = ReturnType<typeof startCover>;

interface Counted {
  kind: number;
  rarity: number;
  isCovered: boolean;
}

function count(counts: Counts, { kind, rarity, isCovered }: Counted): void {
  if (kind === CONCEPT) {
    counts.concepts += 1;
    if (isCovered) counts.coveredConcepts += 1;
    return;
  }
  const worth = kind === CHARACTER ? rarity * CHARACTER_WEIGHT : rarity;
  counts.total += worth;
  if (isCovered) counts.covered += worth;
  if (kind === PAIR) return;
  counts.units += worth;
  if (isCovered) counts.coveredUnits += worth;
  if (kind !== WORD) return;
  counts.words += 1;
  if (!isCovered) counts.missing += 1;
}

function finishCover(counts: Counts) {
  return {
    all: divide(counts.covered, counts.total),
    units: divide(counts.coveredUnits, counts.units),
    wordsMissing: divide(counts.missing, counts.words),
    concepts: counts.concepts === 0 ? 0.5 : counts.coveredConcepts / counts.concepts,
  };
}

function divide(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

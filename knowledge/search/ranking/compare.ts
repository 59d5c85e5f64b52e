/** How well a question and one name of an article say the same, in numbers the ranker was trained on. */
import type { Segment } from '../index/segment.ts';
import type { TermList } from '../text/list-terms.ts';
import type { SegmentTables } from './corpus.ts';
import { count, startCount, type Counts } from './count-terms.ts';

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
export interface NameReader extends SegmentTables {
  segment: Segment;
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
function coverName({ segment: { nameTerms }, rarities, places, whole }: NameReader, name: number) {
  const { rows, within } = nameTerms;
  const start = nameTerms.starts[name] ?? 0;
  const end = nameTerms.starts[name + 1] ?? 0;
  const findPlace = (at: number) => places[(rows[at] ?? 0) >>> 2] ?? 0;
  const shared = startCount();
  for (let at = start; at < end; at += 1) {
    const place = findPlace(at);
    const concept = within[at] ?? 0;
    if (place > 0) isShared[place] = 1;
    else if (concept === 0 || findPlace(start + concept - 1) === 0) continue;
    const packed = rows[at] ?? 0;
    count(shared, packed & 3, rarities[packed >>> 2] ?? 0);
  }
  return divideCounts(shared, whole.read(name));
}

function coverQuestion({ hashes, kinds, within, worths }: RatedTerms) {
  const all = startCount();
  const shared = startCount();
  for (let at = 0; at < hashes.length; at += 1) {
    const kind = kinds[at] ?? 0;
    const worth = worths[at] ?? 0;
    count(all, kind, worth);
    if (isShared[at + 1] === 1 || isShared[within[at] ?? 0] === 1) count(shared, kind, worth);
  }
  return divideCounts(shared, all);
}

function divideCounts(part: Counts, whole: Counts) {
  return {
    all: divide(part.worth, whole.worth),
    units: divide(part.units, whole.units),
    wordsMissing: divide(whole.words - part.words, whole.words),
    concepts: whole.concepts === 0 ? 0.5 : part.concepts / whole.concepts,
  };
}

function divide(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

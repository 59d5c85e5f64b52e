import { FINEST_IMPACT, findPostings, type Segment } from '../index/segment.ts';

export interface WeighedTerm {
  hash: number;
  /** Rarity times the weight of its kind. */
  weight: number;
}

export interface Candidate {
  segment: Segment;
  position: number;
  score: number;
}

export interface Search {
  terms: readonly WeighedTerm[];
  limit: number;
  isWanted: (position: number) => boolean;
}

/** The best articles of one segment by BM25F. */
export function findCandidates(segment: Segment, { terms, limit, isWanted }: Search): Candidate[] {
  const { parts, perPoint } = addScores(segment, terms);
  const best: Candidate[] = [];
  let bar = 0;
  for (let position = 0; position < parts.length; position += 1) {
    const score = parts[position] ?? 0;
    if (score <= bar || !isWanted(position)) continue;
    insertByScore(best, { segment, position, score });
    if (best.length > limit) best.pop();
    if (best.length === limit) bar = best.at(-1)?.score ?? 0;
  }
  for (const candidate of best) candidate.score /= perPoint;
  return best;
}

/** What the best article scores. Much less work than finding the candidates, because nothing is sorted. */
export function findBestScore(segment: Segment, { terms, isWanted }: Omit<Search, 'limit'>): number {
  const { parts, perPoint } = addScores(segment, terms);
  let best = 0;
  for (let position = 0; position < parts.length; position += 1) {
    const score = parts[position] ?? 0;
    if (score > best && isWanted(position)) best = score;
  }
  return best / perPoint;
}

interface Scores {
  /** By position. */
  parts: Int32Array;
  perPoint: number;
}

const LARGEST = 2 ** 31 - 1;

/** Summed as whole numbers, a third faster than fractions, and as fine as the highest possible sum allows. */
function addScores(segment: Segment, terms: readonly WeighedTerm[]): Scores {
  const parts = takeScores(segment.articleIds.length);
  const most = FINEST_IMPACT * terms.reduce((sum, { weight }) => sum + weight, 0);
  const perPoint = most > 0 ? LARGEST / most : 1;
  for (const { hash, weight } of terms) {
    if (weight > 0) addTerm(segment, { hash, weight: Math.floor(weight * perPoint), parts });
  }
  return { parts, perPoint };
}

/** Plain loop: this runs over all postings of all terms. */
function addTerm(
  segment: Segment,
  { hash, weight, parts }: { hash: number; weight: number; parts: Int32Array },
): void {
  const [start, end] = findPostings(segment, hash);
  const { articles, impacts } = segment;
  for (let at = start; at < end; at += 1) {
    const position = articles[at] ?? 0;
    parts[position] = (parts[position] ?? 0) + Math.imul(weight, impacts[at] ?? 0);
  }
}

let scratch = new Int32Array(0);

/** One array for all questions: clearing is cheaper than making. */
function takeScores(length: number): Int32Array {
  if (scratch.length < length) scratch = new Int32Array(length);
  const parts = scratch.subarray(0, length);
  parts.fill(0);
  return parts;
}

function insertByScore(best: Candidate[], candidate: Candidate): void {
  let place = best.length;
  while (place > 0 && (best[place - 1]?.score ?? 0) < candidate.score) place -= 1;
  best.splice(place, 0, candidate);
}

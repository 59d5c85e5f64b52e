import { findPostings, type Segment } from '../index/segment.ts';

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

/** The best articles of one segment by BM25F. Plain loops: this runs over all postings of all terms. */
export function findCandidates(segment: Segment, search: Search): Candidate[] {
  const scores = takeScores(segment.articleIds.length);
  for (const { hash, weight } of search.terms) {
    if (weight === 0) continue;
    const [start, end] = findPostings(segment, hash);
    const { articles, impacts } = segment;
    for (let at = start; at < end; at += 1) {
      const position = articles[at] ?? 0;
      scores[position] = (scores[position] ?? 0) + weight * (impacts[at] ?? 0);
    }
  }
  return keepBest(segment, scores, search);
}

/** What the best article scores. Much less work than finding the candidates, because nothing is sorted or cleared. */
export function findBestScore(segment: Segment, { terms, isWanted }: Omit<Search, 'limit'>): number {
  const scores = takeScores(segment.articleIds.length);
  const { articles, impacts } = segment;
  let best = 0;
  for (const { hash, weight } of terms) {
    if (weight === 0) continue;
    const [start, end] = findPostings(segment, hash);
    for (let at = start; at < end; at += 1) {
      const position = articles[at] ?? 0;
      const score = (scores[position] ?? 0) + weight * (impacts[at] ?? 0);
      scores[position] = score;
      if (score > best && isWanted(position)) best = score;
    }
  }
  return best;
}

let scratch = new Float32Array(0);

/** One array for all questions: clearing is cheaper than making. */
function takeScores(length: number): Float32Array {
  if (scratch.length < length) scratch = new Float32Array(length);
  const scores = scratch.subarray(0, length);
  scores.fill(0);
  return scores;
}

function keepBest(segment: Segment, scores: Float32Array, { limit, isWanted }: Search): Candidate[] {
  const best: Candidate[] = [];
  let bar = 0;
  for (let position = 0; position < scores.length; position += 1) {
    const score = scores[position] ?? 0;
    if (score <= bar || !isWanted(position)) continue;
    insertByScore(best, { segment, position, score });
    if (best.length > limit) best.pop();
    if (best.length === limit) bar = best.at(-1)?.score ?? 0;
  }
  return best;
}

function insertByScore(best: Candidate[], candidate: Candidate): void {
  let place = best.length;
  while (place > 0 && (best[place - 1]?.score ?? 0) < candidate.score) place -= 1;
  best.splice(place, 0, candidate);
}

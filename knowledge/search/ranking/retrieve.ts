/** From one question (or clause) to the articles that answer it, best first. */
import { findNamed } from '../index/segment.ts';
import type { Corpus } from './corpus.ts';
import { addLessons } from './lessons.ts';
import {
  byRank,
  rankAll,
  type AskedQuestion,
  type RankedArticle,
  type WeighedQuestion,
} from './rank-candidates.ts';
import { findCandidates, type Candidate } from './score.ts';

export const CANDIDATES = 64;

/** The best by BM25F alone, in all segments. */
export function shortlist(corpus: Corpus, asked: WeighedQuestion, limit = CANDIDATES): Candidate[] {
  return corpus.articles
    .flatMap((segment) =>
      findCandidates(segment, {
        terms: asked.wanted,
        limit,
        isWanted: (position) => corpus.isWanted(segment, position),
      }),
    )
    .toSorted((left, right) => right.score - left.score)
    .slice(0, limit)
    .concat(listNamed(corpus, asked));
}

/** Whoever is asked for by name is a candidate, however many others say the same words more often. */
function listNamed(corpus: Corpus, { question: { phrase } }: WeighedQuestion): Candidate[] {
  if (phrase === null) return [];
  return corpus.articles.flatMap((segment) =>
    findNamed(segment, phrase)
      .filter((position) => corpus.isWanted(segment, position))
      .map((position) => ({ segment, position, score: 0 })),
  );
}

export function retrieve(
  corpus: Corpus,
  asked: AskedQuestion,
  candidates: readonly Candidate[] = shortlist(corpus, asked),
): RankedArticle[] {
  const bestScore = candidates[0]?.score ?? 0;
  const ranked = rankAll(corpus, asked, { candidates: keepDistinct(candidates), bestScore });
  return addLessons(corpus, asked, { ranked, bestScore }).toSorted(byRank);
}

/** The first of each: it has the score. */
function keepDistinct(candidates: readonly Candidate[]): Candidate[] {
  const known = new Map<Candidate['segment'], Set<number>>();
  return candidates.filter(({ segment, position }) => {
    const positions = known.get(segment) ?? new Set();
    known.set(segment, positions);
    return !positions.has(position) && positions.add(position);
  });
}

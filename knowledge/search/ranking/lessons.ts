/** What was taught by use: an article is also known by the questions it answered. */
import { judgeName, RANK_WEIGHTS, type CandidateFeatures } from './rerank.ts';
import type { Corpus, Lessons } from './corpus.ts';
import {
  EXACT,
  rankAll,
  readId,
  type AskedQuestion,
  type Learned,
  type RankedArticle,
} from './rank-candidates.ts';
import { findCandidates } from './score.ts';

const CANDIDATES = 80;
/** What a dismissal of the very same question takes off; about what tells the first from the tenth result. */
const DISMISSED = 8;

interface Found {
  ranked: readonly RankedArticle[];
  /** BM25F of the best article. */
  bestScore: number;
}

/**
 * Lifts articles towards where they would be if the taught question were one of their names, as far as the lesson
 * is trusted; lowers what was dismissed for a question like this. Brings in what only the lesson knows.
 */
export function addLessons(
  corpus: Corpus,
  asked: AskedQuestion,
  { ranked, bestScore }: Found,
): RankedArticle[] {
  const { lessons } = corpus;
  if (!lessons) return [...ranked];
  const resembling = rankLessons(corpus, asked, { lessons, bestScore });
  const known = [...ranked, ...findUnranked(corpus, asked, { ranked, resembling })];
  const { runnerUp } = asked.letters.hasHan ? RANK_WEIGHTS.han : RANK_WEIGHTS.latin;
  return known.map((article) => {
    const id = readId(article);
    const own = resembling.filter(({ articleId }) => articleId === id);
    return own.length === 0 ? article : adjust(article, own, runnerUp);
  });
}

/** A taught question that resembles what is asked. */
interface Resembling {
  articleId: string;
  weight: number;
  rank: number;
  /** 0 to 1. */
  likeness: number;
  features: CandidateFeatures;
}

function rankLessons(
  corpus: Corpus,
  asked: AskedQuestion,
  { lessons, bestScore }: { lessons: Lessons; bestScore: number },
): Resembling[] {
  const candidates = findCandidates(lessons.segment, {
    terms: asked.wanted,
    limit: CANDIDATES,
    isWanted: () => true,
  });
  const best = Math.max(bestScore, candidates[0]?.score ?? 0);
  return rankAll(corpus, asked, { candidates, bestScore: best }).flatMap(({ position, ...found }) => {
    const taught = lessons.taught[position];
    // Word for word means certainty only in what a manager wrote.
    const rank = found.rank - (found.isExact ? EXACT : 0);
    const { features } = found;
    return taught ? [{ ...taught, rank, features, likeness: judgeName(features) }] : [];
  });
}

/** Articles that none of their own words would have found. */
function findUnranked(
  corpus: Corpus,
  asked: AskedQuestion,
  { ranked, resembling }: { ranked: readonly RankedArticle[]; resembling: readonly Resembling[] },
): RankedArticle[] {
  const known = new Set(ranked.map(readId));
  const missing = new Set(resembling.filter(({ weight }) => weight > 0).map(({ articleId }) => articleId));
  const candidates = [...missing].flatMap((id) => {
    const found = known.has(id) ? undefined : corpus.lessons?.findArticle(id);
    return found && corpus.isWanted(found.segment, found.position) ? [{ ...found, score: 0 }] : [];
  });
  return rankAll(corpus, asked, { candidates, bestScore: 0 });
}

/** An insertion or more behind it: as good as an alias. */
const FULL_TRUST = 0.75;

/** @param second what the ranker gives for the second best name */
function adjust(article: RankedArticle, own: readonly Resembling[], second: number): RankedArticle {
  const likenesses = [...own.map(({ likeness }) => likeness), judgeName(article.features)];
  const lifts = own.map(({ weight, rank, likeness }) => {
    const others = likenesses.toSpliced(likenesses.indexOf(likeness), 1);
    const taught = rank + second * Math.max(0, ...others);
    return readTrust(weight) * Math.max(0, taught - article.rank);
  });
  const learned = readLearned(own);
  return { ...article, learned, rank: article.rank + Math.max(...lifts) - DISMISSED * learned.dismissed };
}

function readLearned(own: readonly Resembling[]): Learned {
  const taught = own
    .filter(({ weight }) => weight > 0)
    .map(({ weight, likeness, features }) => ({ likeness, features, trust: readTrust(weight) }))
    .toSorted((left, right) => right.trust * right.likeness - left.trust * left.likeness);
  const losses = own.map(({ weight, likeness }) => Math.max(0, -weight) * likeness ** 3);
  return { taught: taught[0] ?? null, dismissed: Math.max(...losses) };
}

function readTrust(weight: number): number {
  return Math.min(1, Math.max(0, weight) / FULL_TRUST);
}

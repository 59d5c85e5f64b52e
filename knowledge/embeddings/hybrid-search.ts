/** Words and meaning together, for the search box: the search that is always there, and vectors where a team has them. */
import type { SearchAnswer } from '../search/index.ts';
import type { Embedder } from './embedder.ts';
import { fuseRankings } from './fuse-rankings.ts';
import type { VectorIndex } from './vector-index.ts';

/** @returns ids of articles, best first */
export type FindSimilar = (
  question: string,
  limit: number,
  signal: AbortSignal,
) => Promise<readonly string[]>;

export type WordSearch = (question: string, limit: number) => Promise<SearchAnswer>;

export interface HybridSearchOptions {
  /** The search that works without any model. */
  searchWords: WordSearch;
  findSimilar: FindSimilar;
  /** When it ends, the answer goes out without vectors. */
  startDeadline?: () => AbortSignal;
  /** Told why vectors were not used; the deadline's end too. */
  onFailure?: (error: unknown) => void;
}

/** Longer, and the person has read the first card already. */
export const DEADLINE_MS = 300;
/** How deep each ranking is looked at: what one engine has low, the other may have high. */
const DEPTH = 50;
/** Something is always nearest, also to nonsense: what only the vectors found comes from their first few. */
const MOST_ADDED = 5;
/** The article's very name was asked for: nothing resembles it more. */
const CERTAIN = 1;

/**
 * Never fails and never waits because of the vectors: without them the answer is that of the words, unchanged.
 * What only the vectors found claims no confidence, so that nothing that asks for some relies on it.
 */
export function createHybridSearch(options: HybridSearchOptions): WordSearch {
  return async (question, limit) => {
    const depth = Math.max(limit, DEPTH);
    const finding = findInTime(options, question, depth);
    const answer = await options.searchWords(question, depth);
    const byWords = { ...answer, hits: answer.hits.slice(0, limit) };
    if (answer.hits[0]?.confidence === CERTAIN) return byWords;
    const similar = await finding;
    return similar.length === 0 ? byWords : { ...answer, hits: fuseHits(answer.hits, similar, limit) };
  };
}

function fuseHits(hits: SearchAnswer['hits'], similar: readonly string[], limit: number) {
  const known = new Map(hits.map((hit) => [hit.articleId, hit]));
  // Equal weights until somebody has measured a model against its own questions.
  const fused = fuseRankings([
    { ids: [...known.keys()], weight: 1 },
    { ids: similar.filter((id, rank) => rank < MOST_ADDED || known.has(id)), weight: 1 },
  ]);
  return fused.slice(0, limit).map(({ id, score }) => {
    const { coverage = 0, confidence = 0, matched = [] } = known.get(id) ?? {};
    return { articleId: id, score, coverage, confidence, matched };
  });
}

async function findInTime(
  { findSimilar, startDeadline, onFailure }: HybridSearchOptions,
  question: string,
  depth: number,
): Promise<readonly string[]> {
  try {
    const deadline = startDeadline?.() ?? AbortSignal.timeout(DEADLINE_MS);
    return await Promise.race([findSimilar(question, depth, deadline), rejectAtEnd(deadline)]);
  } catch (error) {
    onFailure?.(error);
    return [];
  }
}

/** A model that is running hears no signal, so the wait for it must end by itself. */
function rejectAtEnd(deadline: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(new Error('deadline', { cause: deadline.reason }));
    if (deadline.aborted) end();
    else deadline.addEventListener('abort', end, { once: true });
  });
}

/** The other half, where model and vectors are. */
export function createSimilarFinder(
  embedder: Pick<Embedder, 'embed'>,
  vectors: Pick<VectorIndex, 'search'>,
): FindSimilar {
  return async (question, limit, signal) => {
    const [vector] = await embedder.embed([question], signal);
    return vector ? vectors.search(vector, limit).map(({ id }) => id) : [];
  };
}

/** For what a customer wrote: whole sentences, nothing half typed, no filters. */
import type { Corpus } from './ranking/corpus.ts';
import { explainAll, type SearchHit } from './ranking/explain.ts';
import { searchClauses, type FoundArticle } from './ranking/search-clauses.ts';

/** Sharing one character proves nothing: a hit needs more of the question than this. */
const MIN_COVERAGE = 0.12;

export function searchMessage(corpus: Corpus, text: string, limit: number): SearchHit[] {
  return explainBest(searchClauses(corpus, text), limit);
}

/** @param found best first */
export function explainBest(found: readonly FoundArticle[], limit: number): SearchHit[] {
  return explainAll(found.slice(0, limit)).filter(({ coverage }) => coverage >= MIN_COVERAGE);
}

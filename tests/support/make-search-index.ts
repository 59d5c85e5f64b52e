import {
  buildSegment,
  createConceptFinder,
  createSearchIndex,
  type SearchableArticle,
  type SearchIndex,
} from '../../knowledge/search/index.ts';
import { BUNDLED_SYNONYMS } from '../../knowledge/synonyms/index.ts';

/** The synonyms the search worker starts with. */
export const CONCEPTS = createConceptFinder(BUNDLED_SYNONYMS);

/** An index as the search worker sets it up. */
export function makeSearchIndex(articles: readonly SearchableArticle[] = []): SearchIndex {
  return createSearchIndex(buildSegment(articles, CONCEPTS), CONCEPTS);
}

/** Ids of what answers a customer's words, best first. */
export function findIds(index: SearchIndex, question: string, limit = 5): string[] {
  return index.search(question, limit).map(({ articleId }) => articleId);
}

/** Ids of what the search box shows, best first. */
export function findTypedIds(index: SearchIndex, query: string, limit = 5): string[] {
  return index.searchTyped(query, limit).hits.map(({ articleId }) => articleId);
}

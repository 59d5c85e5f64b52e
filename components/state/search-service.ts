import type { SearchAnswer } from '../../knowledge/search/index.ts';
import type { SuggestionHits, SuggestionRequest } from '../../knowledge/suggestions/index.ts';

/** What the search worker offers (entrypoints/search-worker). */
export interface SearchService {
  /** What somebody typed into the search box: words, filters, phrases. */
  search(query: string, limit: number): Promise<SearchAnswer>;
  /** What a customer wrote. */
  suggest(request: SuggestionRequest): Promise<SuggestionHits>;
}

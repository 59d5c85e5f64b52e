/**
 * The search index: one large base segment, small ones for what changed since, and one for what use has taught.
 * Pure; a worker owns the one instance (docs/adr/0004, docs/retrieval.md).
 */
import { buildSegment } from './index/build-segment.ts';
import type { Segment } from './index/segment.ts';
import { createLiveArticles } from './live-articles.ts';
import type { Corpus } from './ranking/corpus.ts';
import type { SearchHit } from './ranking/explain.ts';
import { searchMessage } from './search-message.ts';
import { searchTyped, type SearchAnswer } from './search-typed.ts';
import type { SearchableArticle } from './searchable-article.ts';
import { createTaughtLessons, type TaughtLessons } from './taught-segment.ts';
import { NO_CONCEPTS, type ConceptFinder } from './text/concepts.ts';
import { readTypedQuery, type TypedQuery } from './typed-query.ts';

export interface SearchIndex extends Pick<TaughtLessons, 'teach' | 'teachInPieces'> {
  /** How many articles it answers from. */
  readonly size: number;
  /** What was last merged: persist this. */
  readonly base: Segment;
  /** How many articles changed since: many make it slower. */
  readonly changes: number;
  /** Adds or replaces; an archived article is no longer found. */
  upsert(articles: readonly SearchableArticle[]): void;
  remove(articleIds: readonly string[]): void;
  /** Puts small changes together; worth doing when nobody waits. */
  compact(): void;
  /** For what a customer wrote. */
  search(question: string, limit: number): SearchHit[];
  /** For what somebody types: filters, words half typed, a guess where nothing fits. */
  searchTyped(query: TypedQuery | string, limit: number): SearchAnswer;
}

export function createSearchIndex(
  base: Segment = buildSegment([]),
  concepts: ConceptFinder = NO_CONCEPTS,
): SearchIndex {
  const articles = createLiveArticles(base, concepts);
  const taught = createTaughtLessons(articles, concepts);
  const readCorpus = (): Corpus => ({
    articles: articles.segments,
    lessons: taught.lessons,
    concepts,
    isWanted: articles.isLive,
  });

  return {
    base,
    get size() {
      return articles.size;
    },
    get changes() {
      return articles.changes;
    },
    upsert: articles.upsert,
    remove: articles.remove,
    compact: articles.compact,
    teach: taught.teach,
    teachInPieces: taught.teachInPieces,
    search: (question, limit) => searchMessage(readCorpus(), question, limit),
    searchTyped(query, limit) {
      const typed = typeof query === 'string' ? readTypedQuery(query) : query;
      return searchTyped(readCorpus(), typed, limit);
    },
  };
}

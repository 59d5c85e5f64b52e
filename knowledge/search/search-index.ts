/**
 * The search index: one large base segment, small ones for what changed since, and one for what use has taught.
 * Pure; a worker owns the one instance (docs/adr/0004, docs/retrieval.md).
 */
import type { TaughtQuestion } from '../learning/index.ts';
import { buildSegment } from './index/build-segment.ts';
import { filterSegment } from './index/facets.ts';
import type { Segment } from './index/segment.ts';
import { createLiveArticles, type LiveArticles } from './live-articles.ts';
import type { Corpus, Lessons } from './ranking/corpus.ts';
import { mendWords, suggestSpelling } from './ranking/did-you-mean.ts';
import { explain, type SearchHit } from './ranking/explain.ts';
import { searchClauses } from './ranking/search-clauses.ts';
import type { SearchableArticle } from './searchable-article.ts';
import { buildLessons } from './taught-segment.ts';
import { NO_CONCEPTS, type ConceptFinder } from './text/concepts.ts';
import { normaliseText } from './text/normalise.ts';
import { hasFilters, readTypedQuery, type TypedQuery } from './typed-query.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

export interface SearchAnswer {
  hits: SearchHit[];
  /** What was probably meant, as a query to run; null when nothing better is known. */
  didYouMean: string | null;
}

export interface SearchIndex {
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
  /** Replaces everything taught so far. */
  teach(taught: readonly TaughtQuestion[]): void;
  /** For what a customer wrote. */
  search(question: string, limit: number): SearchHit[];
  /** For what somebody types: filters, words half typed, a guess where nothing fits. */
  searchTyped(query: TypedQuery | string, limit: number): SearchAnswer;
}

/** Sharing one character proves nothing: a hit needs more of the question than this. */
const MIN_COVERAGE = 0.12;

// oxlint-disable-next-line max-lines-per-function -- the methods of one object over one state
export function createSearchIndex(
  base: Segment = buildSegment([]),
  concepts: ConceptFinder = NO_CONCEPTS,
): SearchIndex {
  const articles = createLiveArticles(base, concepts);
  let taught: readonly TaughtQuestion[] = [];
  let lessons: Lessons | null = null;
  let vocabulary: Vocabulary | null = null;
  const forget = () => {
    vocabulary = null;
  };
  const readCorpus = (isWanted: Corpus['isWanted']): Corpus => ({
    articles: articles.segments,
    lessons,
    concepts,
    isWanted: (segment, position) => articles.isLive(segment, position) && isWanted(segment, position),
  });

  return {
    base,
    get size() {
      return articles.size;
    },
    get changes() {
      return articles.changes;
    },
    upsert(changed) {
      articles.upsert(changed);
      forget();
    },
    remove(ids) {
      articles.remove(ids);
      forget();
    },
    compact: () => articles.compact(),
    teach(questions) {
      taught = questions;
      lessons = buildLessons(taught, { articles, concepts });
    },
    search: (question, limit) =>
      searchText(
        readCorpus(() => true),
        question,
        limit,
      ),
    searchTyped(query, limit) {
      const typed = typeof query === 'string' ? readTypedQuery(query) : query;
      vocabulary ??= createVocabulary(articles.segments);
      return searchTyped({ corpus: filterCorpus(readCorpus, articles, typed), vocabulary }, typed, limit);
    },
  };
}

function searchText(corpus: Corpus, text: string, limit: number): SearchHit[] {
  return searchClauses(corpus, text)
    .slice(0, limit)
    .map(explain)
    .filter(({ coverage }) => coverage >= MIN_COVERAGE);
}

function filterCorpus(
  readCorpus: (isWanted: Corpus['isWanted']) => Corpus,
  { segments }: LiveArticles,
  { filters }: TypedQuery,
): Corpus {
  const filtersOf = new Map(segments.map((segment) => [segment, filterSegment(segment, filters)]));
  return readCorpus((segment, position) => filtersOf.get(segment)?.(position) ?? true);
}

interface TypedSearch {
  corpus: Corpus;
  vocabulary: Vocabulary;
}

function searchTyped({ corpus, vocabulary }: TypedSearch, typed: TypedQuery, limit: number): SearchAnswer {
  const text = [typed.text, ...typed.phrases].join(' ').trim();
  if (text === '') return { hits: hasFilters(typed) ? listWanted(corpus, limit) : [], didYouMean: null };
  const found = searchClauses(corpus, vocabulary.completeLast(text));
  const hits = found
    .slice(0, limit)
    .map(explain)
    .filter(({ coverage }) => coverage >= MIN_COVERAGE);
  const mended = mendWords(normaliseText(text), vocabulary);
  if (!mended) return { hits, didYouMean: suggestSpelling(corpus, found[0]) };
  // A word nobody wrote finds nothing by itself: what was probably meant is shown at once.
  return { hits: hits.length > 0 ? hits : searchText(corpus, mended, limit), didYouMean: mended };
}

/** Nothing is asked, only filtered: everything that passes, in the order of ids. */
function listWanted({ articles, isWanted }: Corpus, limit: number): SearchHit[] {
  const ids = articles.flatMap((segment) =>
    segment.articleIds.filter((_, position) => isWanted(segment, position)),
  );
  return ids
    .toSorted()
    .slice(0, limit)
    .map((articleId) => ({ articleId, score: 0, coverage: 1, confidence: 1, matched: [] }));
}

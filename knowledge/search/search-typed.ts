/** For what somebody types: filters, words half typed, a guess where nothing fits. */
import { filterSegment } from './index/facets.ts';
import type { Corpus } from './ranking/corpus.ts';
import { mendWords, suggestSpelling } from './ranking/did-you-mean.ts';
import type { SearchHit } from './ranking/explain.ts';
import { searchClauses } from './ranking/search-clauses.ts';
import { explainBest, searchMessage } from './search-message.ts';
import { normaliseText } from './text/normalise.ts';
import { hasFilters, type TypedQuery } from './typed-query.ts';
import { createVocabulary } from './vocabulary.ts';

export interface SearchAnswer {
  hits: SearchHit[];
  /** What was probably meant, as a query to run; null when nothing better is known. */
  didYouMean: string | null;
}

export function searchTyped(all: Corpus, typed: TypedQuery, limit: number): SearchAnswer {
  const corpus = hasFilters(typed) ? filterCorpus(all, typed) : all;
  const text = [typed.text, ...typed.phrases].join(' ').trim();
  if (text === '') return { hits: hasFilters(typed) ? listWanted(corpus, limit) : [], didYouMean: null };
  const vocabulary = createVocabulary(corpus.articles);
  const found = searchClauses(corpus, vocabulary.completeLast(text));
  const hits = explainBest(found, limit);
  const mended = mendWords(normaliseText(text), vocabulary);
  if (!mended) return { hits, didYouMean: suggestSpelling(corpus, found[0]) };
  // A word nobody wrote finds nothing by itself: what was probably meant is shown at once.
  return { hits: hits.length > 0 ? hits : searchMessage(corpus, mended, limit), didYouMean: mended };
}

function filterCorpus(corpus: Corpus, { filters }: TypedQuery): Corpus {
  const filtersOf = new Map(corpus.articles.map((segment) => [segment, filterSegment(segment, filters)]));
  return {
    ...corpus,
    isWanted: (segment, position) =>
      corpus.isWanted(segment, position) && (filtersOf.get(segment)?.(position) ?? true),
  };
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

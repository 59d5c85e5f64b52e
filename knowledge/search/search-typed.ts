/** For what somebody types: filters, words half typed, a guess where nothing fits. */
import { filterSegment } from './index/facets.ts';
import { hasTerm } from './index/segment.ts';
import type { Corpus } from './ranking/corpus.ts';
import { mendWords, suggestSpelling } from './ranking/did-you-mean.ts';
import type { SearchHit } from './ranking/explain.ts';
import { searchClauses } from './ranking/search-clauses.ts';
import { explainBest, searchMessage } from './search-message.ts';
import { visitTerms, type WrittenTerm } from './text/analyse.ts';
import { normaliseText } from './text/normalise.ts';
import { hasFilters, type TypedQuery } from './typed-query.ts';
import { createVocabulary } from './vocabulary.ts';

export interface SearchAnswer {
  hits: SearchHit[];
  /** What was probably meant, as a query to run; null when nothing better is known. */
  didYouMean: string | null;
}

export function searchTyped(all: Corpus, typed: TypedQuery, limit: number): SearchAnswer {
  const corpus = narrowCorpus(all, typed);
  const text = [typed.text, ...typed.phrases].join(' ').trim();
  if (text === '') return { hits: hasFilters(typed) ? listWanted(corpus, limit) : [], didYouMean: null };
  const vocabulary = createVocabulary(corpus.articles);
  const found = searchClauses(corpus, vocabulary.completeLast(text), limit);
  const hits = explainBest(found, limit);
  const mended = mendWords(normaliseText(text), vocabulary);
  if (!mended) return { hits, didYouMean: suggestSpelling(corpus, found[0]) };
  // A word nobody wrote finds nothing by itself: what was probably meant is shown at once.
  return { hits: hits.length > 0 ? hits : searchMessage(corpus, mended, limit), didYouMean: mended };
}

/** To what passes the filters, and can have the exact phrases. */
function narrowCorpus(corpus: Corpus, typed: TypedQuery): Corpus {
  if (!hasFilters(typed) && typed.phrases.length === 0) return corpus;
  const terms = listNeeded(typed);
  const testsOf = new Map(
    corpus.articles.map((segment) => {
      const passes = filterSegment(segment, typed.filters);
      const hasAll = (position: number) => terms.every((term) => hasTerm(segment, { position, term }));
      return [segment, (position: number) => passes(position) && hasAll(position)];
    }),
  );
  return {
    ...corpus,
    isWanted: (segment, position) =>
      corpus.isWanted(segment, position) && (testsOf.get(segment)?.(position) ?? true),
  };
}

/** Terms without which an article cannot have the words it must have literally (`matchesLiterally`). */
function listNeeded({ text, phrases, filters }: TypedQuery): number[] {
  const terms = new Set<number>();
  const add = ({ hash, kind }: WrittenTerm) => {
    // A phrase may begin or end within a word; only characters are the same wherever they stand.
    if (kind === 'character') terms.add(hash);
  };
  for (const literal of filters.in.length > 0 ? [...phrases, normaliseText(text)] : phrases)
    visitTerms(literal, add);
  return [...terms];
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

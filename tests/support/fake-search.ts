import type { SearchService } from '../../components/state/search-client.ts';
import type { SearchAnswer, SearchHit } from '../../knowledge/search/index.ts';

export function makeHit(articleId: string, change: Partial<SearchHit> = {}): SearchHit {
  return { articleId, score: 1, coverage: 1, confidence: 0.9, matched: [], ...change };
}

export const makeAnswer = (...hits: SearchHit[]): SearchAnswer => ({ hits, didYouMean: null });

/** A search that knows these questions and finds nothing for any other. @returns it, and what it was asked */
export function makeFakeSearch(answers: Readonly<Record<string, SearchAnswer>> = {}) {
  const asked: string[] = [];
  const answer = (question: string): Promise<SearchAnswer> => {
    asked.push(question);
    return Promise.resolve(answers[question] ?? makeAnswer());
  };
  const search: SearchService = {
    search: answer,
    suggest: async ({ message }) => {
      const { hits } = await answer(message);
      return { isAsked: true, hits: hits.map((hit) => Object.assign({}, hit, { ask: message })) };
    },
  };
  return { search, asked };
}

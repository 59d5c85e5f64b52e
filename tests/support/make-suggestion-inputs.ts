import type { Article } from '../../knowledge/articles/index.ts';
import type { Suggestion, SuggestionHit, SuggestionInputs } from '../../knowledge/suggestions/index.ts';
import { makeArticle } from './make-article.ts';

/** An article found for a question, of which a test states only what matters to it. */
export function makeSuggestionHit(articleId: string, overrides: Partial<SuggestionHit> = {}): SuggestionHit {
  return {
    articleId,
    score: 10,
    coverage: 0.6,
    confidence: 0.5,
    matched: ['退款'],
    ask: '退款怎么还没到',
    ...overrides,
  };
}

/** An article nobody has validated, with a reply of its own: nothing speaks for or against it. */
export function makePlainArticle(id: string, overrides: Partial<Article> = {}): Article {
  return makeArticle({
    id,
    confidence: 'not-validated',
    productLine: `line-${id}`,
    replies: [{ tone: 'warm', text: `这是 ${id} 的回复，请您看看是否合适。` }],
    ...overrides,
  });
}

/** Everything found is known, nothing was used or said; only what a test is about differs. */
export function makeSuggestionInputs(hits: SuggestionHit[], changed: Article[] = []): SuggestionInputs {
  const articles = new Map(hits.map(({ articleId }) => [articleId, makePlainArticle(articleId)]));
  for (const article of changed) articles.set(article.id, article);
  return {
    found: { isAsked: true, hits },
    articles,
    usage: new Map(),
    tone: 'warm',
    said: [],
    today: '2026-11-02',
  };
}

export function readCardIds(cards: readonly Suggestion[]): string[] {
  return cards.map(({ article }) => article.id);
}

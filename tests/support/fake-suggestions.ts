import type { Article } from '../../knowledge/articles/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';

export function makeArticle(change: Partial<Article> = {}): Article {
  return {
    id: 'test.refund',
    locale: 'en',
    title: 'Refund not received',
    aliases: ['where is my money'],
    replies: [{ tone: 'warm', text: 'It takes three days.' }],
    tags: ['refund'],
    productLine: 'shop',
    severityHint: 'normal',
    confidence: 'validated',
    verifyBy: '2027-06-30',
    ...change,
  };
}

export interface SuggestionChange {
  article?: Partial<Article>;
  template?: string;
  matched?: string[];
  usage?: Suggestion['usage'];
}

export function makeSuggestion(change: SuggestionChange = {}): Suggestion {
  return {
    article: makeArticle(change.article),
    template: change.template ?? 'It takes three days.',
    matched: change.matched ?? ['refund'],
    usage: change.usage ?? { inserted: 0, helpedShare: null },
  };
}

/** Cards titled as given, each with a script of its own. */
export function makeSuggestions(...titles: string[]): Suggestion[] {
  return titles.map((title) =>
    makeSuggestion({ article: { id: `test.${title}`, title }, template: `Script of ${title}.` }),
  );
}

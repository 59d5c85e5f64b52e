/**
 * Decides which of the found articles deserve a card, and says why. Pure: the same inputs give the same
 * cards in the same order.
 */
import { chooseReply, type Article, type ReplyTone } from '../articles/index.ts';
import type { SearchHit } from '../search/index.ts';

export interface ArticleUsage {
  /** Times inserted on this machine. */
  inserted: number;
  /** Of those in contacts already wrapped up, the share that was resolved: 0 to 1; null before the first. */
  helpedShare: number | null;
}

export interface Suggestion {
  article: Article;
  /** The script in the preferred tone, slots not yet filled. */
  template: string;
  /** What the customer said that led here, longest first. Evidence, shown to the agent. */
  matched: string[];
  usage: ArticleUsage;
}

export interface SuggestionInputs {
  hits: readonly SearchHit[];
  /** Articles by id; a hit without its article was removed meanwhile and is left out. */
  articles: ReadonlyMap<string, Article>;
  usage: ReadonlyMap<string, ArticleUsage>;
  tone: ReplyTone;
}

export const MAX_SUGGESTIONS = 3;
export const NO_USAGE: ArticleUsage = { inserted: 0, helpedShare: null };

/** A wrong card costs more than none: below this share of the question's meaning nothing is shown. */
const MIN_COVERAGE = 0.22;
/** A runner-up far behind the best is noise. */
const MIN_SHARE_OF_BEST = 0.35;

export function suggest(inputs: SuggestionInputs): Suggestion[] {
  const best = inputs.hits[0]?.score ?? 0;
  return inputs.hits
    .filter(
      (hit) =>
        hit.coverage >= MIN_COVERAGE && hit.matched.length > 0 && hit.score >= best * MIN_SHARE_OF_BEST,
    )
    .flatMap((hit) => toSuggestion(hit, inputs))
    .filter(({ article }) => article.confidence !== 'archived' && article.confidence !== 'work-in-progress')
    .slice(0, MAX_SUGGESTIONS);
}

/** Search results become the same cards, without the threshold: the agent asked for them. */
export function presentHits(inputs: SuggestionInputs): Suggestion[] {
  return inputs.hits.flatMap((hit) => toSuggestion(hit, inputs));
}

function toSuggestion(hit: SearchHit, { articles, usage, tone }: SuggestionInputs): Suggestion[] {
  const article = articles.get(hit.articleId);
  if (!article) return [];
  const template = chooseReply(article, tone).text;
  return [{ article, template, matched: hit.matched, usage: usage.get(article.id) ?? NO_USAGE }];
}

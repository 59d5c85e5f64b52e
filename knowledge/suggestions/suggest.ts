/**
 * Decides which of the found articles deserve a card, and says why. Pure: the same inputs give the same
 * cards in the same order.
 */
import { chooseReply, splitTemplate, type Article, type ReplyTone } from '../articles/index.ts';
import type { GapReason } from '../gaps/index.ts';
import type { SearchHit } from '../search/index.ts';
import type { SuggestionHit, SuggestionHits } from './find-hits.ts';

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

/** What is known of articles that were found. */
export interface KnownArticles {
  /** By id; a hit without its article was removed meanwhile and is left out. */
  articles: ReadonlyMap<string, Article>;
  usage: ReadonlyMap<string, ArticleUsage>;
  tone: ReplyTone;
}

export interface SuggestionInputs extends KnownArticles {
  found: SuggestionHits;
  /** What the agent has written in this conversation: nobody wants to say the same thing twice. */
  said: readonly string[];
  /** ISO date (YYYY-MM-DD): articles nobody has looked at since are trusted less. */
  today: string;
}

export const MAX_SUGGESTIONS = 3;
export const NO_USAGE: ArticleUsage = { inserted: 0, helpedShare: null };

/** A wrong card costs more than none: what is less likely than this is not shown (docs/retrieval.md). */
export const MIN_CONFIDENCE = 0.08;
/** Below this nothing found is worth a look: the article is missing, not hidden. */
const NOTHING_BELOW = 0.03;
/** A runner-up far behind the best is noise. */
const MIN_SHARE_OF_BEST = 0.4;

export function suggest(inputs: SuggestionInputs): Suggestion[] {
  const judged = judgeHits(inputs);
  const best = judged[0]?.score ?? 0;
  return spreadOverAsks(judged.filter(({ score }) => score >= best * MIN_SHARE_OF_BEST))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ hit, article }) => toSuggestion(hit, article, inputs));
}

/** Search results become the same cards, without the threshold: the agent asked for them. */
export function presentHits(hits: readonly SearchHit[], known: KnownArticles): Suggestion[] {
  return hits.flatMap((hit) => {
    const article = known.articles.get(hit.articleId);
    return article ? [toSuggestion(hit, article, known)] : [];
  });
}

/** @returns why this turn shows that an article is missing; null when it does not */
export function judgeGap({ isAsked, hits }: SuggestionHits): GapReason | null {
  if (!isAsked) return null;
  const best = Math.max(0, ...hits.map(({ confidence }) => confidence));
  if (best >= MIN_CONFIDENCE) return null;
  return best < NOTHING_BELOW ? 'nothing-found' : 'unsure';
}

interface JudgedHit {
  hit: SuggestionHit;
  article: Article;
  score: number;
}

function judgeHits({ found, said, today, ...known }: SuggestionInputs): JudgedHit[] {
  const likely = found.hits.flatMap((hit) => {
    const article = known.articles.get(hit.articleId);
    return article && hit.confidence >= MIN_CONFIDENCE && isOffered(article) ? [{ hit, article }] : [];
  });
  const first = likely[0]?.article;
  return likely
    .map(({ hit, article }) => {
      const usage = known.usage.get(article.id) ?? NO_USAGE;
      const score = hit.confidence + preferArticle(article, { usage, said, today, first });
      return { hit, article, score };
    })
    .toSorted((left, right) => right.score - left.score || (left.article.id < right.article.id ? -1 : 1));
}

function isOffered({ confidence }: Article): boolean {
  return confidence !== 'archived' && confidence !== 'work-in-progress';
}

interface Circumstances {
  usage: ArticleUsage;
  said: readonly string[];
  today: string;
  /** The most likely article: what is asked next to it is most often of the same kind. */
  first: Article | undefined;
}

/** Nudges between articles that answer about equally well; together they do not make up for a worse answer. */
const NUDGE = { validated: 0.05, overdue: -0.05, used: 0.02, sameLine: 0.03, sameFamily: 0.03, said: -0.3 };
const MOST_FOR_USE = 0.08;

function preferArticle(article: Article, { usage, said, today, first }: Circumstances): number {
  const used =
    Math.min(MOST_FOR_USE, NUDGE.used * Math.log2(1 + usage.inserted)) * (usage.helpedShare ?? 0.5);
  const isSameFamily =
    article.complaintFamily !== undefined && article.complaintFamily === first?.complaintFamily;
  return (
    (article.confidence === 'validated' ? NUDGE.validated : 0) +
    (article.verifyBy < today ? NUDGE.overdue : 0) +
    used +
    (article.productLine === first?.productLine ? NUDGE.sameLine : 0) +
    (isSameFamily ? NUDGE.sameFamily : 0) +
    (wasSaid(article, said) ? NUDGE.said : 0)
  );
}

const TELLING_LENGTH = 12;

/** Whatever was filled into the slots: the longest stretch between them tells. */
function wasSaid({ replies }: Article, said: readonly string[]): boolean {
  return replies.some(({ text }) => {
    const fixed = splitTemplate(text, {}).flatMap((part) => (part.kind === 'text' ? [part.text.trim()] : []));
    const telling = fixed.toSorted((left, right) => right.length - left.length)[0] ?? '';
    return telling.length >= TELLING_LENGTH && said.some((message) => message.includes(telling));
  });
}

/** A customer who asked two things gets a card for each before a second one for either. */
function spreadOverAsks(judged: readonly JudgedHit[]): JudgedHit[] {
  const seen = new Set<string>();
  const firsts = judged.filter(({ hit: { ask } }) => !seen.has(ask) && seen.add(ask));
  const isFirst = new Set(firsts);
  return withoutRepeatedReplies([...firsts, ...judged.filter((each) => !isFirst.has(each))]);
}

function withoutRepeatedReplies(judged: readonly JudgedHit[]): JudgedHit[] {
  const seen = new Set<string>();
  return judged.filter(({ article: { replies } }) => {
    const said = replies[0]?.text ?? '';
    return !seen.has(said) && seen.add(said);
  });
}

function toSuggestion({ matched }: SearchHit, article: Article, { usage, tone }: KnownArticles): Suggestion {
  const template = chooseReply(article, tone).text;
  return { article, template, matched, usage: usage.get(article.id) ?? NO_USAGE };
}

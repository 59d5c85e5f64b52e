/**
 * Decides which of the found articles deserve a card, and says why. Pure: the same inputs give the same
 * cards in the same order.
 */
import { chooseReply, listTexts, parseTemplate, type Article, type ReplyTone } from '../articles/index.ts';
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

/** What else is known of the contact while somebody complains. Nudges only: what was asked comes first. */
export interface ContactSituation {
  /** Complaint families, the most likely first. */
  families: readonly string[];
  /** Tags of articles for the stage the talk is in, and single articles. */
  stageTags: readonly string[];
  stageArticleIds: readonly string[];
  /** The stage's own scripts, the best first: where none was found, the first of them leads. */
  stageScripts: readonly Article[];
}

export interface SuggestionInputs extends KnownArticles {
  found: SuggestionHits;
  /** What the agent has written in this conversation: nobody wants to say the same thing twice. */
  said: readonly string[];
  /** ISO date (YYYY-MM-DD): articles nobody has looked at since are trusted less. */
  today: string;
  /** Absent where nobody complains. */
  situation?: ContactSituation | null;
}

export const MAX_SUGGESTIONS = 3;
export const NO_USAGE: ArticleUsage = { inserted: 0, helpedShare: null };

/** A wrong card costs more than none: an ask whose best article is less likely than this gets no card (docs/retrieval.md). */
export const MIN_CONFIDENCE = 0.05;
/** Below this nothing found is worth a look: the article is missing, not hidden. */
const NOTHING_BELOW = 0.02;
/** A runner-up far behind the best of its ask is noise. */
const MIN_SHARE_OF_BEST = 0.25;

export function suggest(inputs: SuggestionInputs): Suggestion[] {
  const judged = spreadOverAsks(judgeHits(keepLikely(inputs.found.hits), inputs));
  const found = judged.map(({ hit, article }) => toSuggestion(hit, article, inputs));
  return leadWithStage(found, inputs).slice(0, MAX_SUGGESTIONS);
}

/** In a complaint the first card is one of the stage's, found or brought; the others stay in their order. */
function leadWithStage(found: readonly Suggestion[], inputs: SuggestionInputs): Suggestion[] {
  const { situation } = inputs;
  if (!situation) return [...found];
  const own = found.find(({ article }) => isOfStage(article, situation));
  if (own) return [own, ...found.filter((each) => each !== own)];
  const brought = situation.stageScripts.find(
    (article) => isOffered(article) && !wasSaid(article, inputs.said),
  );
  return brought ? [bringArticle(brought, inputs), ...found] : [...found];
}

function bringArticle(article: Article, known: KnownArticles): Suggestion {
  return toSuggestion({ matched: [] }, article, known);
}

function isOfStage({ id, tags }: Article, { stageTags, stageArticleIds }: ContactSituation): boolean {
  return stageArticleIds.includes(id) || tags.some((tag) => stageTags.includes(tag));
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

/** Each ask is judged by itself: that one is certain says nothing about the other. */
function keepLikely(hits: readonly SuggestionHit[]): SuggestionHit[] {
  const best = new Map<string, number>();
  for (const { ask, confidence } of hits) best.set(ask, Math.max(confidence, best.get(ask) ?? 0));
  return hits.filter(({ ask, confidence }) => {
    const most = best.get(ask) ?? 0;
    return most >= MIN_CONFIDENCE && confidence >= most * MIN_SHARE_OF_BEST;
  });
}

function judgeHits(hits: readonly SuggestionHit[], inputs: SuggestionInputs): JudgedHit[] {
  const { said, today, situation = null, ...known } = inputs;
  const likely = hits.flatMap((hit) => {
    const article = known.articles.get(hit.articleId);
    return article && isOffered(article) ? [{ hit, article }] : [];
  });
  const first = likely[0]?.article;
  const line = likely.find(({ article }) => isOfFamily(article, situation))?.article.productLine;
  return likely
    .map(({ hit, article }) => {
      const usage = known.usage.get(article.id) ?? NO_USAGE;
      const fit = situation ? fitSituation(article, situation, line) : 0;
      const score = hit.confidence * (1 + preferArticle(article, { usage, said, today, first }) + fit);
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

/**
 * Nudges between articles that answer about equally well, as shares of their likelihood; together they do not make up
 * for a worse answer.
 */
const NUDGE = {
  validated: 0.1,
  overdue: -0.1,
  used: 0.03,
  sameLine: 0.05,
  sameFamily: 0.05,
  said: -0.5,
  /** Of the complaint, not of the first article. */
  family: 0.2,
  line: 0.1,
  stage: 0.2,
};
const MOST_FOR_USE = 0.15;

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

function isOfFamily({ complaintFamily }: Article, situation: ContactSituation | null): boolean {
  return complaintFamily !== undefined && (situation?.families.includes(complaintFamily) ?? false);
}

/** @param line of the product the complaint is about, as far as what was found tells */
function fitSituation(article: Article, situation: ContactSituation, line: string | undefined): number {
  return (
    (isOfFamily(article, situation) ? NUDGE.family : 0) +
    (article.productLine === line ? NUDGE.line : 0) +
    (isOfStage(article, situation) ? NUDGE.stage : 0)
  );
}

const TELLING_LENGTH = 12;

/** Whatever was filled into the slots: the longest stretch between them tells. */
function wasSaid({ replies }: Article, said: readonly string[]): boolean {
  return replies.some(({ text }) => {
    const fixed = listTexts(parseTemplate(text).nodes).map((stretch) => stretch.trim());
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

function toSuggestion(
  { matched }: Pick<SearchHit, 'matched'>,
  article: Article,
  { usage, tone }: KnownArticles,
): Suggestion {
  const template = chooseReply(article, tone).text;
  return { article, template, matched, usage: usage.get(article.id) ?? NO_USAGE };
}

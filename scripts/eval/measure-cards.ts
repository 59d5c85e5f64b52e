/** The cards an agent would see if questions of a set were messages of a customer. */
import type { Article } from '../../knowledge/articles/index.ts';
import type { SearchIndex } from '../../knowledge/search/index.ts';
import { findHits, suggest } from '../../knowledge/suggestions/index.ts';
import { readGroup, toSearchable, type SetArticle, type SetQuestion } from './question-set.ts';
import { round } from './score-answers.ts';

export interface CardFigures {
  /** Of all questions, how many get a card: 0 to 1, as all shares here. */
  shownRate: number;
  /** Of those that do, how many have a right card first. */
  firstRight: number;
  /** …and how many have one at all. */
  anyRight: number;
  /** How many cards those get, on average. */
  cardsShown: number;
}

/** Long after the day of any test: no article is overdue. */
const NEVER_OVERDUE = '2099-12-31';
const TODAY = '2026-01-01';

/** @returns for one message, the groups of the articles that get a card, best first */
export function createCardReader(
  index: SearchIndex,
  articles: readonly SetArticle[],
): (message: string) => string[] {
  const groups = new Map(articles.map((article) => [String(article.id), readGroup(article)]));
  const known = {
    articles: new Map(articles.map((article) => [String(article.id), toArticle(article)])),
    usage: new Map(),
    tone: 'formal',
    said: [],
    today: TODAY,
  } as const;
  return (message) => {
    const cards = suggest({ ...known, found: findHits(index, { message, earlier: [] }) });
    return cards.map(({ article }) => groups.get(article.id) ?? '');
  };
}

export function measureCards(
  readCards: (message: string) => string[],
  questions: readonly SetQuestion[],
): CardFigures {
  const answers = questions.map(({ q, rel = [] }) => readCards(q).map((group) => rel.includes(group)));
  const shown = answers.filter(({ length }) => length > 0);
  return {
    shownRate: share(shown.length, answers.length),
    firstRight: share(shown.filter(([first]) => first).length, shown.length),
    anyRight: share(shown.filter((cards) => cards.includes(true)).length, shown.length),
    cardsShown: round(shown.flat().length / Math.max(1, shown.length), 2),
  };
}

/** @returns how many of the messages get a card, 0 to 1 */
export function measureDisturbance(
  readCards: (message: string) => string[],
  messages: readonly string[],
): number {
  return share(messages.filter((message) => readCards(message).length > 0).length, messages.length);
}

/** Two articles without a reply are not one: each says its own id. */
function toArticle(article: SetArticle): Article {
  return {
    ...toSearchable(article),
    locale: 'zh-CN',
    replies: [{ tone: 'formal', text: article.body || String(article.id) }],
    severityHint: 'normal',
    verifyBy: NEVER_OVERDUE,
  };
}

function share(part: number, whole: number): number {
  return round(part / Math.max(1, whole));
}

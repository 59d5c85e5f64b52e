import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import { collectNames, MAX_ALIAS_LENGTH, type NamedArticle } from '../articles/index.ts';
import { asksSomething, removeMasks } from '../privacy/index.ts';
import type { Lesson } from './lesson.ts';
import { addUp, compareText, findNewest, groupLessons, type WeighedLesson } from './weigh-lessons.ts';

/** A question that should lead to an article by its own words: for the knowledge manager to accept or not. */
export interface AliasProposal {
  articleId: string;
  articleTitle: string;
  question: string;
  /** Contacts in which the article was inserted or opened for it. */
  contacts: number;
  /** Above 0 to 1. */
  weight: number;
  /** Epoch milliseconds. */
  lastAt: number;
}

/**
 * What customers asked, agents answered with an article, and no article says yet. Best supported first. A question
 * that already is another article's title or alias is left out: it would lead to two.
 *
 * @param now epoch ms
 */
export function proposeAliases(
  lessons: readonly Lesson[],
  articles: readonly NamedArticle[],
  now: number,
): AliasProposal[] {
  const living = articles.filter(({ confidence }) => confidence !== 'archived');
  const byId = new Map(living.map((article) => [article.id, article]));
  const known = collectNames(articles);
  return [...groupLessons(lessons, now).values()]
    .flatMap((group) => proposeFrom(group, byId) ?? [])
    .filter(({ question, weight }) => weight > 0 && isAlias(question) && !known.has(foldToLetters(question)))
    .toSorted(compareProposals);
}

function proposeFrom(
  group: readonly WeighedLesson[],
  articles: ReadonlyMap<string, NamedArticle>,
): AliasProposal | null {
  const { articleId, question, at } = findNewest(group);
  const article = articles.get(articleId);
  if (!article) return null;
  const supporters = new Set(group.filter(({ weight }) => weight > 0).map(({ lesson }) => lesson.contactId));
  return {
    articleId,
    articleTitle: article.title,
    question,
    contacts: supporters.size,
    weight: addUp(group),
    lastAt: at,
  };
}

/** What was about one customer's number is nobody else's question. */
function isAlias(question: string): boolean {
  const isShort = question.length <= MAX_ALIAS_LENGTH && !/[\r\n]/.test(question);
  return isShort && asksSomething(question) && removeMasks(question) === question;
}

function compareProposals(left: AliasProposal, right: AliasProposal): number {
  return (
    right.contacts - left.contacts ||
    right.weight - left.weight ||
    compareText(left.question, right.question) ||
    compareText(left.articleId, right.articleId)
  );
}

import { foldToLetters } from '../../utils/text/fold-to-letters.ts';
import type { Article } from './article.ts';

export type NamedArticle = Pick<Article, 'id' | 'title' | 'aliases' | 'confidence'>;

/**
 * What living articles are called, folded to letters. No two share a name: a question in an article's very words
 * is that article, and must not lead to two.
 */
export function collectNames(articles: readonly NamedArticle[]): Set<string> {
  const living = articles.filter(({ confidence }) => confidence !== 'archived');
  return new Set(living.flatMap(({ title, aliases }) => [title, ...aliases].map(foldToLetters)));
}

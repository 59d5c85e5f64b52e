/** Exact phrases and words of one field: looked up in the stored text of what the index found. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import {
  matchesLiterally,
  type SearchAnswer,
  type SearchIndex,
  type TypedQuery,
} from '../../knowledge/search/index.ts';

/** Of so many found, those are kept that hold the exact words. */
const TO_VERIFY = 500;

export async function searchLiterally(
  { articles, index }: Pick<KnowledgeBase, 'articles'> & { index: SearchIndex },
  typed: TypedQuery,
  limit: number,
): Promise<SearchAnswer> {
  const answer = index.searchTyped(typed, TO_VERIFY);
  const stored = await articles.findMany(answer.hits.map(({ articleId }) => articleId));
  const isLiteral = (id: string) => {
    const article = stored.get(id);
    return article !== undefined && matchesLiterally(article, typed);
  };
  return { ...answer, hits: answer.hits.filter(({ articleId }) => isLiteral(articleId)).slice(0, limit) };
}

import type { ArticleRow, KnowledgeBase } from '../../knowledge/knowledge-base.ts';

/**
 * Reads all articles once, then only what changed since: reading tens of thousands takes a second.
 *
 * @returns reads what `pick` keeps of each; it stays in memory as long as the reader does
 */
export function createArticleReader<TPicked>(
  articles: KnowledgeBase['articles'],
): (pick: (row: ArticleRow) => TPicked) => Promise<TPicked[]> {
  const known = new Map<string, TPicked>();
  let upTo = 0;
  return async (pick) => {
    for (const row of await articles.listChangedSince(upTo)) {
      known.set(row.id, pick(row));
      upTo = Math.max(upTo, row.updatedAt);
    }
    return [...known.values()];
  };
}

import { liveQuery } from 'dexie';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import type { FollowArticles } from './keep-vectors.ts';

/** All articles first, then those of the newest change and after. */
export function createArticleFollower({ articles }: Pick<KnowledgeBase, 'articles'>): FollowArticles {
  return (act, signal) => {
    let upTo = 0;
    const subscription = liveQuery(() => articles.listChangedSince(upTo)).subscribe({
      next: (rows) => {
        upTo = rows.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), upTo);
        act(rows);
      },
      error: (error: unknown) => reportError('embedding-worker/live-query', error),
    });
    signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
  };
}

/** Takes changed articles into the index: one by one, or, when they are many, by making it anew. */
import type { ArticleRow, KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { KeptIndex } from './kept-index.ts';
import type { LoadedIndex } from './load-index.ts';

export interface ArticleFollower {
  /** What may have changed since the newest change that the index contains. */
  readChanged(): Promise<ArticleRow[]>;
  follow(rows: readonly ArticleRow[]): Promise<void>;
  /** Makes the index anew, with what changed meanwhile. */
  remake(): Promise<void>;
}

/** From here on a rebuild is cheaper than carrying the changes along. */
const MERGE_AFTER_CHANGES = 300;
const COMPACT_AFTER_MS = 2_000;

export function createArticleFollower({ articles }: KnowledgeBase, kept: KeptIndex): ArticleFollower {
  let compacting: ReturnType<typeof setTimeout> | undefined;
  const compactSoon = () => {
    clearTimeout(compacting);
    compacting = setTimeout(() => kept.loaded.index.compact(), COMPACT_AFTER_MS);
  };

  const readChanged = () => articles.listChangedSince(kept.loaded.upTo);
  const remake = async () => {
    await kept.rebuild();
    await follow(await readChanged());
  };
  const follow = async (rows: readonly ArticleRow[]) => {
    const fresh = listFresh(kept.loaded, rows);
    if (fresh.length === 0) return;
    // Adding a whole pack first and making everything anew after would be the same work twice.
    if (kept.loaded.index.changes + fresh.length >= MERGE_AFTER_CHANGES) return remake();
    addChanged(kept.loaded, rows, fresh);
    compactSoon();
  };
  return { readChanged, follow, remake };
}

/** Several articles can share the newest millisecond: the query includes it, so some rows come again. */
function listFresh({ upTo, known }: LoadedIndex, rows: readonly ArticleRow[]): ArticleRow[] {
  return rows.filter(({ id, updatedAt }) => updatedAt > upTo || !known.has(id));
}

function addChanged(loaded: LoadedIndex, rows: readonly ArticleRow[], fresh: readonly ArticleRow[]): void {
  loaded.index.upsert(fresh);
  loaded.upTo = rows.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), loaded.upTo);
  loaded.known = new Set(rows.filter(({ updatedAt }) => updatedAt === loaded.upTo).map(({ id }) => id));
}

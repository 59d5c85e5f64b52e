/** Keeps the index in step with the stored articles: loaded once, then updated article by article. */
import { liveQuery } from 'dexie';
import type { ArticleRow, KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import {
  buildSegment,
  createSearchIndex,
  decodeSegment,
  encodeSegment,
  type SearchHit,
  type SearchIndex,
} from '../../knowledge/search/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';

export interface LiveIndex {
  search(question: string, limit: number): SearchHit[];
  size(): number;
}

/** From here on a rebuild is cheaper than carrying the changes along. */
const MERGE_AFTER_CHANGES = 300;

export async function createLiveIndex(knowledge: KnowledgeBase): Promise<LiveIndex> {
  let { index, upTo, known } = await loadIndex(knowledge);
  let changes = 0;

  const follow = async (rows: readonly ArticleRow[]) => {
    // Several articles can share the newest millisecond: the query includes it, so some rows come again.
    const fresh = rows.filter(({ id, updatedAt }) => updatedAt > upTo || !known.has(id));
    if (fresh.length === 0) return;
    changes += fresh.length;
    if (changes >= MERGE_AFTER_CHANGES) {
      changes = 0;
      ({ index, upTo, known } = await rebuildIndex(knowledge));
      return;
    }
    upTo = findNewest(rows);
    known = new Set(rows.filter(({ updatedAt }) => updatedAt === upTo).map(({ id }) => id));
    index.upsert(fresh);
  };

  await follow(await knowledge.articles.listChangedSince(upTo));
  liveQuery(() => knowledge.articles.listChangedSince(upTo)).subscribe({
    next: (rows) => {
      follow(rows).catch((error: unknown) => reportError('search-worker/follow', error));
    },
    error: (error: unknown) => reportError('search-worker/live-query', error),
  });

  return { search: (question, limit) => index.search(question, limit), size: () => index.size };
}

interface LoadedIndex {
  index: SearchIndex;
  /** Newest change (epoch ms) the index contains. */
  upTo: number;
  /** Articles that are in it as of that moment. */
  known: Set<string>;
}

async function loadIndex(knowledge: KnowledgeBase): Promise<LoadedIndex> {
  const stored = await knowledge.segments.load().catch(() => undefined);
  const segment = stored && decodeSegment(stored);
  if (!segment) return rebuildIndex(knowledge);
  return { index: createSearchIndex(segment), upTo: stored.upTo, known: new Set(segment.articleIds) };
}

async function rebuildIndex(knowledge: KnowledgeBase): Promise<LoadedIndex> {
  const rows = await knowledge.articles.listChangedSince(0);
  const upTo = findNewest(rows);
  const segment = buildSegment(rows);
  if (rows.length > 0) {
    // Not being able to keep it costs the next start some time, nothing else.
    await knowledge.segments.save(encodeSegment(segment), upTo).catch(() => undefined);
  }
  return { index: createSearchIndex(segment), upTo, known: new Set(rows.map(({ id }) => id)) };
}

function findNewest(rows: readonly ArticleRow[]): number {
  return rows.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0);
}

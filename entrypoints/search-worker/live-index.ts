/** Keeps the index in step with what is stored: articles, synonyms, and what use has taught. */
import { liveQuery } from 'dexie';
import type { ArticleRow, KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { weighLessons, type Lesson } from '../../knowledge/learning/index.ts';
import {
  matchesLiterally,
  needsText,
  readTypedQuery,
  type ConceptFinder,
  type SearchAnswer,
  type TypedQuery,
} from '../../knowledge/search/index.ts';
import { findHits, type SuggestionHits, type SuggestionRequest } from '../../knowledge/suggestions/index.ts';
import type { SynonymGroup } from '../../knowledge/synonyms/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { loadIndex, listConcepts, rebuildIndex, type LoadedIndex } from './load-index.ts';

export interface LiveIndex {
  /** What somebody typed into the search box. */
  search(query: string, limit: number): Promise<SearchAnswer>;
  /** What a customer wrote. */
  suggest(request: SuggestionRequest): SuggestionHits;
  size(): number;
}

/** From here on a rebuild is cheaper than carrying the changes along. */
const MERGE_AFTER_CHANGES = 300;
const COMPACT_AFTER_MS = 2_000;
/** Of so many found, those are kept that hold the exact words. */
const TO_VERIFY = 200;

// oxlint-disable-next-line max-lines-per-function -- the methods of one object over one state
export async function createLiveIndex(knowledge: KnowledgeBase): Promise<LiveIndex> {
  let groups = await knowledge.synonyms.list().catch(() => []);
  let loaded = await loadIndex(knowledge, listConcepts(groups));
  let lessons: readonly Lesson[] = [];
  let isRebuilding = false;

  const teach = () => loaded.index.teach(weighLessons(lessons, Date.now()));

  /** Answers go on coming from the old one meanwhile. */
  const rebuild = async () => {
    if (isRebuilding) return;
    isRebuilding = true;
    try {
      let made: ConceptFinder;
      do {
        made = listConcepts(groups);
        loaded = await rebuildIndex(knowledge, made);
        teach();
        // Synonyms can come while it is made, which takes seconds.
      } while (made.checksum !== listConcepts(groups).checksum);
    } finally {
      isRebuilding = false;
    }
    await followArticles(await knowledge.articles.listChangedSince(loaded.upTo));
  };

  let compacting: ReturnType<typeof setTimeout> | undefined;
  const compactSoon = () => {
    clearTimeout(compacting);
    compacting = setTimeout(() => loaded.index.compact(), COMPACT_AFTER_MS);
  };

  const followArticles = async (rows: readonly ArticleRow[]) => {
    const fresh = listFresh(loaded, rows);
    if (fresh.length === 0) return;
    // Adding a whole pack first and making everything anew after would be the same work twice.
    if (loaded.index.changes + fresh.length >= MERGE_AFTER_CHANGES) return rebuild();
    addChanged(loaded, rows, fresh);
    compactSoon();
  };

  const followSynonyms = async (newest: readonly SynonymGroup[]) => {
    const before = listConcepts(groups).checksum;
    groups = [...newest];
    if (listConcepts(groups).checksum !== before) await rebuild();
  };

  follow(() => knowledge.articles.listChangedSince(loaded.upTo), followArticles);
  follow(() => knowledge.synonyms.list(), followSynonyms);
  follow(
    () => knowledge.lessons.list(),
    (newest) => {
      lessons = newest;
      teach();
    },
  );
  await followArticles(await knowledge.articles.listChangedSince(loaded.upTo));

  return {
    async search(query, limit) {
      const typed = readTypedQuery(query);
      if (!needsText(typed)) return loaded.index.searchTyped(typed, limit);
      const answer = loaded.index.searchTyped(typed, TO_VERIFY);
      return { ...answer, hits: await keepLiteral(knowledge, answer.hits, { typed, limit }) };
    },
    suggest: (request) => findHits(loaded.index, request),
    size: () => loaded.index.size,
  };
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

async function keepLiteral(
  knowledge: KnowledgeBase,
  hits: SearchAnswer['hits'],
  { typed, limit }: { typed: TypedQuery; limit: number },
) {
  const articles = await knowledge.articles.findMany(hits.map(({ articleId }) => articleId));
  const isLiteral = (id: string) => {
    const article = articles.get(id);
    return article !== undefined && matchesLiterally(article, typed);
  };
  return hits.filter(({ articleId }) => isLiteral(articleId)).slice(0, limit);
}

/** Runs for every change, one after the other. */
function follow<TValue>(read: () => Promise<TValue>, act: (value: TValue) => Promise<void> | void): void {
  let last: Promise<void> = Promise.resolve();
  liveQuery(read).subscribe({
    next: (value) => {
      last = last
        .then(() => act(value))
        .catch((error: unknown) => reportError('search-worker/follow', error));
    },
    error: (error: unknown) => reportError('search-worker/live-query', error),
  });
}

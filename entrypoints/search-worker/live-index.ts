/** Keeps the index in step with what is stored: articles, synonyms, and what use has taught. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { needsText, readTypedQuery, type SearchAnswer } from '../../knowledge/search/index.ts';
import { findHits, type SuggestionHits, type SuggestionRequest } from '../../knowledge/suggestions/index.ts';
import type { Clock } from '../../utils/time/clock.ts';
import { createArticleFollower } from './follow-articles.ts';
import { createTeacher } from './follow-lessons.ts';
import { followStored } from './follow-stored.ts';
import { keepIndex } from './kept-index.ts';
import { searchLiterally } from './search-literally.ts';
import { createSynonymKeeper } from './synonym-keeper.ts';

export interface LiveIndex {
  /** What somebody typed into the search box. */
  search(query: string, limit: number): Promise<SearchAnswer>;
  /** What a customer wrote. */
  suggest(request: SuggestionRequest): SuggestionHits;
  size(): number;
}

/** @param clock how much a lesson counts depends on its age */
export async function createLiveIndex(knowledge: KnowledgeBase, clock: Clock): Promise<LiveIndex> {
  const synonyms = createSynonymKeeper(await knowledge.synonyms.list().catch(() => []));
  const teacher = createTeacher(clock);
  const kept = await keepIndex(knowledge, { readConcepts: () => synonyms.concepts, prepare: teacher.teach });
  const articles = createArticleFollower(knowledge, kept);
  await articles.follow(await articles.readChanged());

  followStored(articles.readChanged, articles.follow);
  followStored(
    () => knowledge.synonyms.list(),
    async (groups) => {
      if (synonyms.replace(groups)) await articles.remake();
    },
  );
  followStored(
    () => knowledge.lessons.list(),
    (newest) => teacher.follow(newest, () => kept.loaded.index),
  );

  return {
    search(query, limit) {
      const typed = readTypedQuery(query);
      const { index } = kept.loaded;
      if (needsText(typed)) return searchLiterally({ articles: knowledge.articles, index }, typed, limit);
      return Promise.resolve(index.searchTyped(typed, limit));
    },
    suggest: (request) => findHits(kept.loaded.index, request),
    size: () => kept.loaded.index.size,
  };
}

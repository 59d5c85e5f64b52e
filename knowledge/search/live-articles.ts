/** The articles as they are now: a large segment, and small ones for what changed since it was made. */
import { createArticlePlaces, type ArticlePlaces } from './article-places.ts';
import type { Segment } from './index/segment.ts';
import { isSearchable, type SearchableArticle } from './searchable-article.ts';
import { createSmallSegments } from './small-segments.ts';
import type { ConceptFinder } from './text/concepts.ts';

export interface LiveArticles extends Pick<ArticlePlaces, 'size' | 'find' | 'isLive'> {
  readonly segments: readonly Segment[];
  /** Articles changed or removed since the base was made. */
  readonly changes: number;
  upsert(articles: readonly SearchableArticle[]): void;
  remove(ids: readonly string[]): void;
  /** Puts the small segments together; worth doing when nobody waits. */
  compact(): void;
}

/** One segment a change keeps a change fast; more than this would make searching slow. */
const MAX_SMALL = 64;

export function createLiveArticles(base: Segment, concepts: ConceptFinder): LiveArticles {
  const places = createArticlePlaces();
  places.add(base);
  const small = createSmallSegments(places, concepts);
  /** What the base must no longer answer with: the newer version, or null for what is gone. */
  const changed = new Map<string, SearchableArticle | null>();

  const replace = (id: string, newer: SearchableArticle | null) => {
    places.hide(id);
    changed.set(id, newer);
  };
  const compact = () => {
    if (!small.canShrink) return;
    for (const id of changed.keys()) places.hide(id);
    small.replaceAll([...changed.values()].filter((article) => article !== null));
  };

  return {
    get segments() {
      return [base, ...small.list];
    },
    get size() {
      return places.size;
    },
    get changes() {
      return changed.size;
    },
    upsert(articles) {
      const newest = [...new Map(articles.map((article) => [article.id, article])).values()];
      for (const article of newest) replace(article.id, isSearchable(article) ? article : null);
      small.add(newest.filter(isSearchable));
      if (small.list.length > MAX_SMALL) compact();
    },
    remove(ids) {
      for (const id of ids) replace(id, null);
    },
    compact,
    find: places.find,
    isLive: places.isLive,
  };
}

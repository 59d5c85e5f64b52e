/** The segments beside the base: one a change, until they are put together. */
import type { ArticlePlaces } from './article-places.ts';
import { buildSegment } from './index/build-segment.ts';
import type { Segment } from './index/segment.ts';
import type { SearchableArticle } from './searchable-article.ts';
import type { ConceptFinder } from './text/concepts.ts';

export interface SmallSegments {
  readonly list: readonly Segment[];
  /** Whether putting them together would make fewer or smaller ones. */
  readonly canShrink: boolean;
  add(articles: readonly SearchableArticle[]): void;
  /** One segment instead of all; none where no article is left. */
  replaceAll(articles: readonly SearchableArticle[]): void;
}

/** @param places learns where the articles went */
export function createSmallSegments(places: ArticlePlaces, concepts: ConceptFinder): SmallSegments {
  let segments: readonly Segment[] = [];
  const add = (articles: readonly SearchableArticle[]) => {
    if (articles.length === 0) return;
    const segment = buildSegment(articles, concepts);
    places.add(segment);
    segments = [...segments, segment];
  };
  return {
    get list() {
      return segments;
    },
    get canShrink() {
      return segments.length > 1 || segments.some(places.hasHidden);
    },
    add,
    replaceAll(articles) {
      segments = [];
      add(articles);
    },
  };
}

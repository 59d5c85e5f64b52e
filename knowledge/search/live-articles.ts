/** The articles as they are now: a large segment, and small ones for what changed since it was made. */
import { buildSegment } from './index/build-segment.ts';
import type { Segment } from './index/segment.ts';
import type { SearchableArticle } from './searchable-article.ts';
import type { ConceptFinder } from './text/concepts.ts';

export interface LiveArticles {
  readonly segments: readonly Segment[];
  readonly size: number;
  /** Articles changed or removed since the base was made. */
  readonly changes: number;
  upsert(articles: readonly SearchableArticle[]): void;
  remove(ids: readonly string[]): void;
  /** Puts the small segments together; worth doing when nobody waits. */
  compact(): void;
  isLive(segment: Segment, position: number): boolean;
  find(id: string): ArticlePlace | undefined;
}

export interface ArticlePlace {
  segment: Segment;
  position: number;
}

/** One segment a change keeps a change fast; more than this would make searching slow. */
const MAX_SMALL = 64;

// oxlint-disable-next-line max-lines-per-function -- the methods of one object over one state
export function createLiveArticles(base: Segment, concepts: ConceptFinder): LiveArticles {
  /** What the base must no longer answer with: the newer version, or null for what is gone. */
  const changed = new Map<string, SearchableArticle | null>();
  let small: Segment[] = [];
  let places = locate(base);

  const compact = () => {
    const articles = [...changed.values()].filter((article) => article !== null);
    small = articles.length > 0 ? [buildSegment(articles, concepts)] : [];
    places = locate(base);
    for (const id of changed.keys()) places.delete(id);
    for (const [id, place] of locate(...small)) places.set(id, place);
  };

  return {
    get segments() {
      return [base, ...small];
    },
    get size() {
      return places.size;
    },
    get changes() {
      return changed.size;
    },
    upsert(articles) {
      const segment = buildSegment(articles, concepts);
      small.push(segment);
      for (const article of articles) {
        changed.set(article.id, article);
        places.delete(article.id);
      }
      for (const [id, place] of locate(segment)) places.set(id, place);
      if (small.length > MAX_SMALL) compact();
    },
    remove(ids) {
      for (const id of ids) {
        changed.set(id, null);
        places.delete(id);
      }
    },
    compact,
    isLive(segment, position) {
      // Nothing changed is the usual case, and asked for thousands of times a question.
      if (changed.size === 0) return true;
      const id = segment.articleIds[position] ?? '';
      if (segment === base) return !changed.has(id);
      const place = places.get(id);
      return place?.segment === segment && place.position === position;
    },
    find: (id) => places.get(id),
  };
}

/** The last segment's version of an article counts. */
function locate(...segments: Segment[]): Map<string, ArticlePlace> {
  const places = new Map<string, ArticlePlace>();
  for (const segment of segments)
    segment.articleIds.forEach((id, position) => places.set(id, { segment, position }));
  return places;
}

/** Where the living version of every article is: a newer one hides the older ones. */
import type { Segment } from './index/segment.ts';

export interface ArticlePlace {
  segment: Segment;
  position: number;
}

export interface ArticlePlaces {
  /** How many articles there are. */
  readonly size: number;
  find(id: string): ArticlePlace | undefined;
  isLive(segment: Segment, position: number): boolean;
  /** Whether the segment holds older versions, or articles that are gone. */
  hasHidden(segment: Segment): boolean;
  /** The segment's versions live from now on; of several of one article the last. */
  add(segment: Segment): void;
  /** The article lives nowhere from now on. */
  hide(id: string): void;
}

export function createArticlePlaces(): ArticlePlaces {
  const places = new Map<string, ArticlePlace>();
  const hidden = new WeakMap<Segment, Set<number>>();

  const hide = (id: string) => {
    const place = places.get(id);
    if (!place) return;
    const positions = hidden.get(place.segment);
    if (positions) positions.add(place.position);
    else hidden.set(place.segment, new Set([place.position]));
    places.delete(id);
  };

  return {
    get size() {
      return places.size;
    },
    find: (id) => places.get(id),
    // Asked for thousands of times a question: no look at the id.
    isLive: (segment, position) => !hidden.get(segment)?.has(position),
    hasHidden: (segment) => hidden.has(segment),
    add(segment) {
      segment.articleIds.forEach((id, position) => {
        hide(id);
        places.set(id, { segment, position });
      });
    },
    hide,
  };
}

/** Taught questions as a segment of their own: nothing is written into articles, so everything can be unlearned. */
import type { TaughtQuestion } from '../learning/index.ts';
import { buildSegment, buildSegmentInPieces } from './index/build-segment.ts';
import type { Segment } from './index/segment.ts';
import type { LiveArticles } from './live-articles.ts';
import type { Lessons } from './ranking/corpus.ts';
import type { SearchableArticle } from './searchable-article.ts';
import type { ConceptFinder } from './text/concepts.ts';

export interface TaughtLessons {
  /** What counts now; null while nothing was taught. */
  readonly lessons: Lessons | null;
  /** Replaces everything taught so far. */
  teach(taught: readonly TaughtQuestion[]): void;
  /** As `teach`, but lets others work in between. Until it is done, what was taught before counts. */
  teachInPieces(taught: readonly TaughtQuestion[], pause: () => Promise<void>): Promise<void>;
}

export function createTaughtLessons(articles: LiveArticles, concepts: ConceptFinder): TaughtLessons {
  let lessons: Lessons | null = null;
  let newest: readonly TaughtQuestion[] = [];
  const take = (taught: readonly TaughtQuestion[], segment: Segment) => {
    lessons = taught.length > 0 ? { segment, taught, findArticle: articles.find } : null;
  };
  return {
    get lessons() {
      return lessons;
    },
    teach(taught) {
      newest = taught;
      take(taught, buildSegment(taught.map(toQuestion), concepts));
    },
    async teachInPieces(taught, pause) {
      newest = taught;
      const segment = await buildSegmentInPieces(taught.map(toQuestion), { concepts, pause });
      // More can be taught meanwhile, and be done sooner.
      if (newest === taught) take(taught, segment);
    },
  };
}

function toQuestion({ question }: TaughtQuestion, at: number): SearchableArticle {
  return {
    id: String(at),
    title: question,
    aliases: [],
    tags: [],
    replies: [],
    productLine: '',
    confidence: 'validated',
  };
}

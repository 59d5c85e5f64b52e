/** Taught questions as a segment of their own: nothing is written into articles, so everything can be unlearned. */
import type { TaughtQuestion } from '../learning/index.ts';
import { buildSegment } from './index/build-segment.ts';
import type { LiveArticles } from './live-articles.ts';
import type { Lessons } from './ranking/corpus.ts';
import type { ConceptFinder } from './text/concepts.ts';

export function buildLessons(
  taught: readonly TaughtQuestion[],
  { articles, concepts }: { articles: LiveArticles; concepts: ConceptFinder },
): Lessons | null {
  if (taught.length === 0) return null;
  const segment = buildSegment(taught.map(toQuestion), concepts);
  return { segment, taught, findArticle: (id) => articles.find(id) };
}

function toQuestion({ question }: TaughtQuestion, at: number) {
  return {
    id: String(at),
    title: question,
    aliases: [],
    tags: [],
    replies: [],
    productLine: '',
    confidence: 'validated' as const,
  };
}

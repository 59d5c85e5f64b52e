/** The index from disk where it is whole and fits, or made anew. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import {
  buildSegmentInPieces,
  createSearchIndex,
  decodeSegment,
  encodeSegment,
  type ConceptFinder,
  type SearchIndex,
} from '../../knowledge/search/index.ts';
import { pause } from './pause.ts';

export interface LoadedIndex {
  index: SearchIndex;
  /** Newest change (epoch ms) the index contains. */
  upTo: number;
  /** Articles that are in it as of that moment. */
  known: Set<string>;
}

export async function loadIndex(knowledge: KnowledgeBase, concepts: ConceptFinder): Promise<LoadedIndex> {
  const stored = await knowledge.segments.load().catch(() => undefined);
  const segment = stored && decodeSegment(stored, concepts.checksum);
  if (!segment) return rebuildIndex(knowledge, concepts);
  return {
    index: createSearchIndex(segment, concepts),
    upTo: stored.upTo,
    known: new Set(segment.articleIds),
  };
}

export async function rebuildIndex(knowledge: KnowledgeBase, concepts: ConceptFinder): Promise<LoadedIndex> {
  const rows = await knowledge.articles.listChangedSince(0);
  const upTo = rows.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt), 0);
  const segment = await buildSegmentInPieces(rows, { concepts, pause });
  if (rows.length > 0) {
    // Not being able to keep it costs the next start some time, nothing else.
    await knowledge.segments.save(encodeSegment(segment, concepts.checksum), upTo).catch(() => undefined);
  }
  return { index: createSearchIndex(segment, concepts), upTo, known: new Set(rows.map(({ id }) => id)) };
}

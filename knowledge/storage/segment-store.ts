import type { StoredSegment } from '../search/index.ts';
import type { KnowledgeDatabase } from './databases.ts';
import { guardStorage } from './storage-failure.ts';
import type { SegmentRow } from './tables.ts';

/** Where the search index waits for the next start. Losing it costs a rebuild, nothing else. */
export interface SegmentStore {
  load(): Promise<SegmentRow | undefined>;
  /** @param upTo epoch ms: articles changed until then are in it */
  save(segment: StoredSegment, upTo: number): Promise<void>;
}

export function createSegmentStore(database: KnowledgeDatabase): SegmentStore {
  return {
    load: () => guardStorage(() => database.segments.get('base')),
    save: (segment, upTo) =>
      guardStorage(async () => {
        await database.segments.put({ ...segment, id: 'base', upTo });
      }),
  };
}

/** The one index that answers just now. It goes on answering while another is made to take its place. */
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { ConceptFinder, SearchIndex } from '../../knowledge/search/index.ts';
import { loadIndex, rebuildIndex, type LoadedIndex } from './load-index.ts';

export interface KeptIndex {
  /** Another one after each rebuild: read it anew for every use. */
  readonly loaded: LoadedIndex;
  /** Makes it anew, or waits for the one under way. */
  rebuild(): Promise<void>;
}

export interface IndexMaking {
  /** The synonyms as they are now; another object once they changed. */
  readConcepts(): ConceptFinder;
  /** What a new index still needs before it may answer. */
  prepare(index: SearchIndex): Promise<void>;
}

export async function keepIndex(
  knowledge: KnowledgeBase,
  { readConcepts, prepare }: IndexMaking,
): Promise<KeptIndex> {
  let loaded = await loadIndex(knowledge, readConcepts());
  let underWay: Promise<void> | null = null;

  const make = async () => {
    try {
      let made: ConceptFinder;
      do {
        made = readConcepts();
        const next = await rebuildIndex(knowledge, made);
        await prepare(next.index);
        loaded = next;
        // Synonyms can come while it is made, which takes seconds.
      } while (made !== readConcepts());
    } finally {
      underWay = null;
    }
  };

  return {
    get loaded() {
      return loaded;
    },
    rebuild() {
      underWay ??= make();
      return underWay;
    },
  };
}

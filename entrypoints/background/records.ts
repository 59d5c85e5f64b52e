import { openKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';

let opening: Promise<KnowledgeBase> | undefined;

/** One connection for as long as this worker lives. A failed opening is tried again the next time. */
export function openRecords(): Promise<KnowledgeBase> {
  opening ??= openKnowledgeBase().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

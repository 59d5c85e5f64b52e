/** The façade over everything stored: the one way in for pages, panel and background. */
import { newId as defaultNewId, type NewId } from '../utils/ids/new-id.ts';
import { systemClock, type Clock } from '../utils/time/clock.ts';
import {
  createAdapterStore,
  createApprovalStore,
  createArticleStore,
  createAssessmentStore,
  createCaseStore,
  createContactStore,
  createGapStore,
  createKnowledgeDatabase,
  createLessonStore,
  createPromiseOpener,
  createSegmentStore,
  createSuggestionRecordStore,
  createSynonymStore,
  createWorkDatabase,
  deriveConversationKey,
  openDatabase,
  type AdapterStore,
  type ApprovalStore,
  type ArticleStore,
  type AssessmentStore,
  type CaseStore,
  type ContactStore,
  type GapStore,
  type LessonStore,
  type PromiseStore,
  type SegmentStore,
  type SuggestionRecordStore,
  type SynonymStore,
} from './storage/index.ts';

export {
  classifyStorageError,
  openModelStore,
  type AliasRefusal,
  type AdapterRow,
  type ArticleRow,
  type ModelStore,
  type PromiseOffer,
  type PromiseStore,
  type StorageFailure,
} from './storage/index.ts';

export interface KnowledgeBase {
  articles: ArticleStore;
  adapters: AdapterStore;
  segments: SegmentStore;
  synonyms: SynonymStore;
  contacts: ContactStore;
  suggestionRecords: SuggestionRecordStore;
  assessments: AssessmentStore;
  lessons: LessonStore;
  gaps: GapStore;
  cases: CaseStore;
  approvals: ApprovalStore;
  /** The ledger of promises, always the same. */
  openPromises: () => Promise<PromiseStore>;
  /** See `storage/conversation-key.ts`. */
  deriveConversationKey(place: string, conversationId: string): Promise<string>;
  close(): void;
}

export interface KnowledgeBaseOptions {
  clock?: Clock;
  newId?: NewId;
  /** Appended to database names, so that tests do not share them. */
  suffix?: string;
}

/** @throws StorageError when a database cannot or must not be opened */
export async function openKnowledgeBase(options: KnowledgeBaseOptions = {}): Promise<KnowledgeBase> {
  const { clock = systemClock, newId = defaultNewId, suffix = '' } = options;
  const knowledge = createKnowledgeDatabase(`deskmate-knowledge${suffix}`);
  const work = createWorkDatabase(`deskmate-work${suffix}`);
  await Promise.all([openDatabase(knowledge), openDatabase(work)]);
  return {
    articles: createArticleStore(knowledge, clock),
    adapters: createAdapterStore(knowledge, clock),
    segments: createSegmentStore(knowledge),
    synonyms: createSynonymStore(knowledge, newId),
    contacts: createContactStore(work, clock, newId),
    suggestionRecords: createSuggestionRecordStore(work, clock),
    assessments: createAssessmentStore(work),
    lessons: createLessonStore(work, clock),
    gaps: createGapStore(work, clock),
    cases: createCaseStore(work, clock),
    approvals: createApprovalStore(work),
    openPromises: createPromiseOpener(work),
    deriveConversationKey: (place, conversationId) => deriveConversationKey(work, place, conversationId),
    close: () => {
      knowledge.close();
      work.close();
    },
  };
}

export {
  createKnowledgeDatabase,
  createModelDatabase,
  createWorkDatabase,
  SCHEMA_VERSION,
} from './databases.ts';
export { openDatabase } from './open-database.ts';
export { createAdapterStore, type AdapterStore } from './adapter-store.ts';
export { createApprovalStore, type ApprovalStore } from './approval-store.ts';
export { createArticleStore, type AliasRefusal, type ArticleStore } from './article-store.ts';
export { createAssessmentStore, type AssessmentStore } from './assessment-store.ts';
export { createCaseStore, type CaseStore } from './case-store.ts';
export { createContactStore, type ContactStore } from './contact-store.ts';
export { createGapStore, type GapStore } from './gap-store.ts';
export { createLessonStore, type LessonStore } from './lesson-store.ts';
export { openModelStore, type ModelStore } from './model-store.ts';
export { createPromiseOpener } from './load-promise-store.ts';
export type { PromiseOffer, PromiseStore } from './promise-store.ts';
export { createSegmentStore, type SegmentStore } from './segment-store.ts';
export { createSuggestionRecordStore, type SuggestionRecordStore } from './suggestion-record-store.ts';
export { createSynonymStore, type SynonymStore } from './synonym-store.ts';
export { deriveConversationKey } from './conversation-key.ts';
export {
  classifyStorageError,
  StorageError,
  STORAGE_FAILURES,
  type StorageFailure,
} from './storage-failure.ts';
export {
  KNOWLEDGE_TABLES,
  MODEL_TABLES,
  WORK_TABLES,
  type AdapterRow,
  type ArticleRow,
  type TablePolicy,
} from './tables.ts';

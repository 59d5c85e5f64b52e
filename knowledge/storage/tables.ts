/**
 * Every table, its keys, and two decisions nobody may forget: does it hold personal data, and for how long
 * is it kept. Primary keys can never change, so they are strings from the first day.
 */
import type { ConsoleAdapter } from '../adapters/index.ts';
import type { Article } from '../articles/index.ts';
import type { Assessment } from '../assessment/index.ts';
import type { Approval, ComplaintCase } from '../complaints/index.ts';
import type { ModelFiles, StoredVectors } from '../embeddings/index.ts';
import type { KnowledgeGap } from '../gaps/index.ts';
import type { Contact, SuggestionRecord } from '../interactions/index.ts';
import type { Lesson } from '../learning/index.ts';
import type { ServicePromise } from '../promises/index.ts';
import type { StoredSegment } from '../search/index.ts';
import type { SynonymGroup } from '../synonyms/index.ts';

export interface ArticleRow extends Article {
  /** Row format, for lazy migration. */
  v: 1;
  /** The pack it came in; any other name says that the team made it its own. */
  packId: string;
  /** Epoch milliseconds, or a little more: each change is later than all before, so that indexes can follow by it. */
  updatedAt: number;
  /** Aliases the team added; absent in rows without any. Given out among `aliases`. */
  ownAliases?: string[];
}

export interface PackRow {
  id: string;
  version: number;
  title: Record<string, string>;
  installedAt: number;
  articleCount: number;
}

export interface SegmentRow extends StoredSegment {
  id: 'base';
  /** Articles changed up to here are in it. */
  upTo: number;
}

export interface SynonymRow extends SynonymGroup {
  v: 1;
}

/** A console the person taught or imported. */
export interface AdapterRow {
  /** The adapter's id. */
  id: string;
  v: 1;
  adapter: ConsoleAdapter;
  /** Epoch milliseconds. */
  savedAt: number;
}

/** A promise as it is indexed: without a time it stands behind all others, and what is null is absent. */
export interface PromiseRow extends Omit<ServicePromise, 'dueAt' | 'closedAt'> {
  dueAt: number;
  closedAt?: number;
  /** When it has to be spoken of next; absent when all was told. Epoch milliseconds. */
  tellAt?: number;
}

export interface ModelRow extends ModelFiles {
  id: 'picked';
  v: 1;
}

export interface VectorsRow extends StoredVectors {
  id: 'picked';
}

export interface MetaRow {
  key: string;
  value: string | number;
}

export interface TablePolicy {
  /** Dexie schema: primary key, then real indexes only. */
  schema: string;
  holdsPersonalData: boolean;
  /** Days a row is kept after it was last needed; `rebuildable` rows may vanish at any time. */
  retention: { days: number } | 'until-removed' | 'rebuildable';
}

export const KNOWLEDGE_TABLES = {
  articles: { schema: 'id, updatedAt, packId', holdsPersonalData: false, retention: 'until-removed' },
  packs: { schema: 'id', holdsPersonalData: false, retention: 'until-removed' },
  segments: { schema: 'id', holdsPersonalData: false, retention: 'rebuildable' },
  synonyms: { schema: 'id', holdsPersonalData: false, retention: 'until-removed' },
  adapters: { schema: 'id', holdsPersonalData: false, retention: 'until-removed' },
  meta: { schema: 'key', holdsPersonalData: false, retention: 'until-removed' },
} as const satisfies Record<string, TablePolicy>;

export const WORK_TABLES = {
  contacts: {
    schema: 'id, [conversationKey+startedAt], state, wrapUp, startedAt',
    holdsPersonalData: true,
    retention: { days: 365 },
  },
  suggestionRecords: {
    schema: 'id, contactId, [articleId+outcome], [outcome+at]',
    holdsPersonalData: false,
    retention: { days: 365 },
  },
  assessments: { schema: 'id, contactId, createdAt', holdsPersonalData: true, retention: { days: 730 } },
  lessons: { schema: 'id, at', holdsPersonalData: true, retention: { days: 365 } },
  gaps: { schema: 'id, lastAt', holdsPersonalData: true, retention: { days: 365 } },
  cases: { schema: 'id, conversationKey, changedAt', holdsPersonalData: true, retention: { days: 730 } },
  approvals: { schema: 'id, contactId, askedAt', holdsPersonalData: true, retention: { days: 730 } },
  promises: {
    schema: 'id, [state+dueAt], tellAt, conversationKey, closedAt',
    holdsPersonalData: true,
    retention: { days: 730 },
  },
  meta: { schema: 'key', holdsPersonalData: false, retention: 'until-removed' },
} as const satisfies Record<string, TablePolicy>;

/** A team's own embedding model (docs/embeddings.md); most have none. */
export const MODEL_TABLES = {
  models: { schema: 'id', holdsPersonalData: false, retention: 'until-removed' },
  vectors: { schema: 'id', holdsPersonalData: false, retention: 'rebuildable' },
} as const satisfies Record<string, TablePolicy>;

export interface KnowledgeRows {
  articles: ArticleRow;
  packs: PackRow;
  segments: SegmentRow;
  synonyms: SynonymRow;
  adapters: AdapterRow;
  meta: MetaRow;
}

export interface WorkRows {
  contacts: Contact;
  suggestionRecords: SuggestionRecord;
  assessments: Assessment;
  lessons: Lesson;
  gaps: KnowledgeGap;
  cases: ComplaintCase;
  approvals: Approval;
  promises: PromiseRow;
  meta: MetaRow;
}

export interface ModelRows {
  models: ModelRow;
  vectors: VectorsRow;
}

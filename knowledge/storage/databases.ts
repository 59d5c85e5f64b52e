/**
 * Two databases: *knowledge* can be rebuilt from packs, *work* cannot be replaced and is written durably
 * (see docs/adr/0003). A third, *model*, only where a team brought an embedding model (docs/adr/0010).
 */
import { Dexie, type EntityTable } from 'dexie';
import {
  KNOWLEDGE_TABLES,
  MODEL_TABLES,
  WORK_TABLES,
  type KnowledgeRows,
  type ModelRows,
  type TablePolicy,
  type WorkRows,
} from './tables.ts';

/**
 * Version 2: lessons, gaps, synonyms, and an index of suggestion records. Version 3 of knowledge: adapters; of work:
 * what a complaint keeps, and promises. Nothing stored before has to change.
 */
export const SCHEMA_VERSION = { knowledge: 3, work: 3, model: 1 } as const;

export type KnowledgeDatabase = Dexie & {
  articles: EntityTable<KnowledgeRows['articles'], 'id'>;
  packs: EntityTable<KnowledgeRows['packs'], 'id'>;
  segments: EntityTable<KnowledgeRows['segments'], 'id'>;
  synonyms: EntityTable<KnowledgeRows['synonyms'], 'id'>;
  adapters: EntityTable<KnowledgeRows['adapters'], 'id'>;
  meta: EntityTable<KnowledgeRows['meta'], 'key'>;
};

export type WorkDatabase = Dexie & {
  contacts: EntityTable<WorkRows['contacts'], 'id'>;
  suggestionRecords: EntityTable<WorkRows['suggestionRecords'], 'id'>;
  assessments: EntityTable<WorkRows['assessments'], 'id'>;
  lessons: EntityTable<WorkRows['lessons'], 'id'>;
  gaps: EntityTable<WorkRows['gaps'], 'id'>;
  cases: EntityTable<WorkRows['cases'], 'id'>;
  approvals: EntityTable<WorkRows['approvals'], 'id'>;
  promises: EntityTable<WorkRows['promises'], 'id'>;
  meta: EntityTable<WorkRows['meta'], 'key'>;
};

export type ModelDatabase = Dexie & {
  models: EntityTable<ModelRows['models'], 'id'>;
  vectors: EntityTable<ModelRows['vectors'], 'id'>;
};

export function createKnowledgeDatabase(name = 'deskmate-knowledge'): KnowledgeDatabase {
  const database = new Dexie(name);
  database.version(SCHEMA_VERSION.knowledge).stores(listSchemas(KNOWLEDGE_TABLES));
  return database as KnowledgeDatabase;
}

export function createWorkDatabase(name = 'deskmate-work'): WorkDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database.version(SCHEMA_VERSION.work).stores(listSchemas(WORK_TABLES));
  return database as WorkDatabase;
}

export function createModelDatabase(name = 'deskmate-model'): ModelDatabase {
  const database = new Dexie(name);
  database.version(SCHEMA_VERSION.model).stores(listSchemas(MODEL_TABLES));
  return database as ModelDatabase;
}

function listSchemas(tables: Record<string, TablePolicy>): Record<string, string> {
  return Object.fromEntries(Object.entries(tables).map(([name, { schema }]) => [name, schema]));
}

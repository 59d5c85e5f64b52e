/**
 * Two databases: *knowledge* can be rebuilt from packs, *work* cannot be replaced and is written durably
 * (see docs/adr/0003).
 */
import { Dexie, type EntityTable } from 'dexie';
import {
  KNOWLEDGE_TABLES,
  WORK_TABLES,
  type KnowledgeRows,
  type TablePolicy,
  type WorkRows,
} from './tables.ts';

export const SCHEMA_VERSION = { knowledge: 1, work: 1 } as const;

export type KnowledgeDatabase = Dexie & {
  articles: EntityTable<KnowledgeRows['articles'], 'id'>;
  packs: EntityTable<KnowledgeRows['packs'], 'id'>;
  segments: EntityTable<KnowledgeRows['segments'], 'id'>;
  meta: EntityTable<KnowledgeRows['meta'], 'key'>;
};

export type WorkDatabase = Dexie & {
  contacts: EntityTable<WorkRows['contacts'], 'id'>;
  suggestionRecords: EntityTable<WorkRows['suggestionRecords'], 'id'>;
  assessments: EntityTable<WorkRows['assessments'], 'id'>;
  meta: EntityTable<WorkRows['meta'], 'key'>;
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

function listSchemas(tables: Record<string, TablePolicy>): Record<string, string> {
  return Object.fromEntries(Object.entries(tables).map(([name, { schema }]) => [name, schema]));
}

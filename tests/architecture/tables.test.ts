/** What is stored, for how long, and proof that every version of it can still be opened. */
import type { Dexie } from 'dexie';
import { describe, expect, test } from 'vitest';
import {
  createKnowledgeDatabase,
  createModelDatabase,
  createWorkDatabase,
  KNOWLEDGE_TABLES,
  MODEL_TABLES,
  SCHEMA_VERSION,
  WORK_TABLES,
  type TablePolicy,
} from '../../knowledge/storage/index.ts';
import type { GoldenDatabase } from '../databases/golden-database.ts';
import { exists, listFiles, readJson } from './support/repository.ts';

const DATABASES: {
  name: keyof typeof SCHEMA_VERSION;
  database: Dexie;
  tables: Record<string, TablePolicy>;
}[] = [
  { name: 'knowledge', database: createKnowledgeDatabase(), tables: KNOWLEDGE_TABLES },
  { name: 'work', database: createWorkDatabase(), tables: WORK_TABLES },
  { name: 'model', database: createModelDatabase(), tables: MODEL_TABLES },
];

const TABLES = DATABASES.flatMap(({ name, tables }) =>
  Object.entries(tables).map(([table, policy]) => ({ table: `${name}.${table}`, policy })),
);

const GOLDEN = DATABASES.flatMap(({ name }) =>
  Array.from({ length: SCHEMA_VERSION[name] }, (_, at) => ({ name, version: at + 1 })),
);

function isRetention(retention: TablePolicy['retention']): boolean {
  if (typeof retention === 'object') return Number.isInteger(retention.days) && retention.days > 0;
  return retention === 'until-removed' || retention === 'rebuildable';
}

describe('tables', () => {
  test.each(DATABASES)('the $name database has exactly those that are declared', ({ database, tables }) => {
    const real = Object.fromEntries(
      database.tables.map(({ name, schema }) => [
        name,
        [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', '),
      ]),
    );
    const declared = Object.fromEntries(Object.entries(tables).map(([name, { schema }]) => [name, schema]));
    expect(real, 'declare tables in knowledge/storage/tables.ts and nowhere else').toEqual(declared);
  });

  test.each(TABLES)('$table says whether it holds personal data, and how long it is kept', ({ policy }) => {
    const message = 'decide it in knowledge/storage/tables.ts';
    expect(policy.holdsPersonalData, message).toBeTypeOf('boolean');
    expect(isRetention(policy.retention), message).toBe(true);
  });

  test.each(TABLES.filter(({ policy }) => policy.holdsPersonalData))(
    '$table holds personal data, so its rows have a last day',
    ({ policy }) => {
      expect(policy.retention, 'personal data is kept for a number of days').toEqual({
        days: expect.any(Number),
      });
    },
  );
});

describe('golden databases', () => {
  test.each(GOLDEN)('$name version $version is kept, with rows in every table', ({ name, version }) => {
    const path = `tests/databases/${name}-v${version}.json`;
    expect(exists(path), `freeze it: tests/databases/freeze-golden.ts`).toBe(true);
    const { kind, schemaVersion, stores, rows } = readJson(path) as GoldenDatabase;
    expect({ kind, schemaVersion }).toEqual({ kind: name, schemaVersion: version });
    const empty = Object.keys(stores).filter((table) => !rows[table]?.length);
    expect(empty, `give these tables of ${path} a row`).toEqual([]);
  });

  test.each(DATABASES)('the newest of $name has the tables of today', ({ name, tables }) => {
    const { stores } = readJson(`tests/databases/${name}-v${SCHEMA_VERSION[name]}.json`) as GoldenDatabase;
    const declared = Object.fromEntries(Object.entries(tables).map(([table, { schema }]) => [table, schema]));
    expect(declared, 'a changed table needs a new SCHEMA_VERSION; old files stay as they are').toEqual(
      stores,
    );
  });

  test('belong to a version that exists', () => {
    const known = new Set(GOLDEN.map(({ name, version }) => `tests/databases/${name}-v${version}.json`));
    const strangers = listFiles('tests/databases', /-v\d+\.json$/).filter((path) => !known.has(path));
    expect(strangers, 'raise SCHEMA_VERSION or remove these').toEqual([]);
  });
});

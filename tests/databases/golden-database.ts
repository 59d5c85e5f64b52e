/**
 * A golden database: every table of one schema version with rows as that version stored them. Frozen: when
 * the schema changes, today's code must still open what people have on their disks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import type { SCHEMA_VERSION } from '../../knowledge/storage/index.ts';

export type DatabaseKind = keyof typeof SCHEMA_VERSION;
export type Row = Record<string, unknown>;

export interface GoldenDatabase {
  kind: DatabaseKind;
  schemaVersion: number;
  /** Dexie's schema of every table. */
  stores: Record<string, string>;
  rows: Record<string, Row[]>;
}

export const FOLDER = new URL('./', import.meta.url);
export const nameGoldenFile = (kind: string, version: number): string => `${kind}-v${version}.json`;

/** Files that must be there and are not: one per database and version up to today's. */
export function listMissingFiles(versions: Record<string, number>, files: readonly string[]): string[] {
  return Object.entries(versions)
    .flatMap(([kind, newest]) => Array.from({ length: newest }, (_, at) => nameGoldenFile(kind, at + 1)))
    .filter((name) => !files.includes(name));
}

export function listGoldenFiles(): string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
}

export function readGolden(name: string): GoldenDatabase {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'), reviveBuffer) as GoldenDatabase;
}

export function writeGolden(golden: GoldenDatabase): string {
  return `${JSON.stringify(golden, replaceBuffer, 2)}\n`;
}

/** Puts it where today's code will look for it, exactly as the old version left it. */
export async function restoreGolden(golden: GoldenDatabase, databaseName: string): Promise<void> {
  const database = new Dexie(databaseName);
  database.version(golden.schemaVersion).stores(golden.stores);
  for (const [table, rows] of Object.entries(golden.rows)) await database.table(table).bulkAdd(rows);
  database.close();
}

/** Every row of every table, read without our own code. */
export async function readAllRows(databaseName: string): Promise<Record<string, Row[]>> {
  const database = await new Dexie(databaseName).open();
  const tables = await Promise.all(
    database.tables.map(async (table) => [table.name, (await table.toArray()) as Row[]] as const),
  );
  database.close();
  return Object.fromEntries(tables);
}

/** JSON has no buffers and no bytes. */
function replaceBuffer(_key: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return { base64: Buffer.from(value).toString('base64') };
  return value instanceof Uint8Array ? { bytes: Buffer.from(value).toString('base64') } : value;
}

function reviveBuffer(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('bytes' in value) return Uint8Array.from(Buffer.from(String(value.bytes), 'base64'));
  return 'base64' in value ? Uint8Array.from(Buffer.from(String(value.base64), 'base64')).buffer : value;
}

import type { ModelFiles, StoredVectors } from '../embeddings/index.ts';
import { createModelDatabase } from './databases.ts';
import { openDatabase } from './open-database.ts';
import { guardStorage } from './storage-failure.ts';

/** The embedding model a team picked, and the vectors it made of their articles. */
export interface ModelStore {
  load(): Promise<ModelFiles | undefined>;
  /** Replaces model and vectors, or leaves both as they were. */
  save(files: ModelFiles): Promise<void>;
  loadVectors(): Promise<StoredVectors | undefined>;
  saveVectors(vectors: StoredVectors): Promise<void>;
  /** Forgets both. */
  clear(): Promise<void>;
  close(): void;
}

/** @throws StorageError when the database cannot or must not be opened */
export async function openModelStore(name?: string): Promise<ModelStore> {
  const database = createModelDatabase(name);
  const { models, vectors } = database;
  await openDatabase(database);
  const clear = () => Promise.all([models.clear(), vectors.clear()]);
  return {
    load: () => guardStorage(() => models.get('picked')),
    save: (files) =>
      guardStorage(() =>
        database.transaction('rw', models, vectors, async () => {
          await clear();
          await models.put({ ...files, id: 'picked', v: 1 });
        }),
      ),
    loadVectors: () => guardStorage(() => vectors.get('picked')),
    saveVectors: (stored) =>
      guardStorage(async () => {
        await vectors.put({ ...stored, id: 'picked' });
      }),
    clear: () =>
      guardStorage(() =>
        database.transaction('rw', models, vectors, async () => {
          await clear();
        }),
      ),
    close: () => database.close(),
  };
}

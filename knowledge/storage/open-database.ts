import type { Dexie } from 'dexie';
import { guardStorage, StorageError } from './storage-failure.ts';

const BLOCKED_AFTER_MS = 5_000;

/**
 * Opens a database and refuses one that a newer Deskmate has written: Dexie would open it without a word
 * (measured) and write rows the newer code cannot read.
 *
 * @throws StorageError with reason `newer-version`, `blocked` or `unavailable`
 */
export async function openDatabase(database: Dexie): Promise<void> {
  // Another context wants to upgrade or delete: a connection that stays would block it for ever.
  database.on('versionchange', () => database.close({ disableAutoOpen: false }));
  await guardStorage(() => Promise.race([database.open(), failWhenBlocked(database)]));
  const stored = database.backendDB().version / 10;
  if (stored > database.verno) {
    database.close();
    throw new StorageError('newer-version');
  }
}

function failWhenBlocked(database: Dexie): Promise<never> {
  return new Promise((_, reject) => {
    database.on('blocked', () => {
      setTimeout(() => {
        if (!database.isOpen()) reject(new StorageError('blocked'));
      }, BLOCKED_AFTER_MS);
    });
  });
}

import type { Dexie } from 'dexie';
import { guardStorage, StorageError } from './storage-failure.ts';

const BLOCKED_AFTER_MS = 5_000;

/**
 * Opens a database and refuses one that a newer Deskmate has written: Dexie would open it without a word
 * (measured), put back tables the newer version gave up, and write rows the newer code cannot read.
 *
 * @throws StorageError with reason `newer-version`, `blocked` or `unavailable`
 */
export async function openDatabase(database: Dexie): Promise<void> {
  // Asked before opening: the mere opening would change it.
  if ((await guardStorage(() => readStoredVersion(database.name))) > database.verno)
    throw new StorageError('newer-version');
  // Another context wants to upgrade or delete: a connection that stays would block it for ever.
  // After an upgrade it stays closed, or the next query would open what is newer than we are.
  database.on('versionchange', ({ newVersion }) => {
    database.close({ disableAutoOpen: newVersion !== null });
    // Dexie's own listener comes next and would undo that.
    return false;
  });
  await guardStorage(() => Promise.race([database.open(), failWhenBlocked(database)]));
}

/** Dexie's version of what is stored, 0 if nothing is. Natively that is ten times as much. */
async function readStoredVersion(name: string): Promise<number> {
  const stored = (await indexedDB.databases()).find((database) => database.name === name);
  return Math.floor((stored?.version ?? 0) / 10);
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

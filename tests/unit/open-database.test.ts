import { Dexie } from 'dexie';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import {
  createContactStore,
  createWorkDatabase,
  openDatabase,
  SCHEMA_VERSION,
} from '../../knowledge/storage/index.ts';
import { makeContact } from '../support/make-contact.ts';
import { makeConversation } from '../support/make-conversation.ts';
import { makeClock, makeDatabaseSuffix, makeIdSource } from '../support/make-knowledge-base.ts';

/** What a later Deskmate leaves behind: a higher version, with a table and a row we cannot know. */
async function writeAsNewerDeskmate(name: string, version: number): Promise<void> {
  const newer = new Dexie(name);
  newer.version(version).stores({ contacts: 'id, state, wrapUp, startedAt', promises: 'id' });
  await newer.open();
  await newer.table('contacts').add({ ...makeContact(), v: 2, mood: 'tense' });
  await newer.table('promises').add({ id: 'p1', text: '明天回电' });
  newer.close();
}

async function readAll(name: string) {
  const database = await new Dexie(name).open();
  const rows = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]));
  const version = database.backendDB().version;
  database.close();
  return { rows, version };
}

describe('a database a newer Deskmate has written', () => {
  test.each(['knowledge', 'work'] as const)('is refused and left as it is: %s', async (kind) => {
    const suffix = makeDatabaseSuffix();
    const name = `deskmate-${kind}${suffix}`;
    await writeAsNewerDeskmate(name, SCHEMA_VERSION[kind] + 1);
    const before = await readAll(name);
    await expect(openKnowledgeBase({ suffix })).rejects.toMatchObject({
      name: 'StorageError',
      reason: 'newer-version',
    });
    expect(await readAll(name)).toEqual(before);
  });

  test('is refused even when it is newer by many versions', async () => {
    const name = `deskmate-work${makeDatabaseSuffix()}`;
    await writeAsNewerDeskmate(name, SCHEMA_VERSION.work + 40);
    await expect(openDatabase(createWorkDatabase(name))).rejects.toMatchObject({ reason: 'newer-version' });
  });

  test('does not stay open after it was refused', async () => {
    const suffix = makeDatabaseSuffix();
    const name = `deskmate-work${suffix}`;
    await writeAsNewerDeskmate(name, SCHEMA_VERSION.work + 1);
    const database = createWorkDatabase(name);
    await expect(openDatabase(database)).rejects.toMatchObject({ reason: 'newer-version' });
    expect(database.isOpen()).toBe(false);
  });
});

describe('opening', () => {
  test('a second time finds what was stored the first time', async () => {
    const suffix = makeDatabaseSuffix();
    const first = await openKnowledgeBase({ suffix });
    const key = await first.deriveConversationKey('practice', 'chat-1');
    first.close();
    const second = await openKnowledgeBase({ suffix });
    expect(await second.deriveConversationKey('practice', 'chat-1')).toBe(key);
    second.close();
  });

  test('gives way to a context that wants to upgrade, and writes nothing into what that made', async () => {
    const name = `deskmate-work${makeDatabaseSuffix()}`;
    const ours = createWorkDatabase(name);
    await openDatabase(ours);
    await writeAsNewerDeskmate(name, SCHEMA_VERSION.work + 1);
    const upgraded = await readAll(name);
    expect(upgraded.version).toBe((SCHEMA_VERSION.work + 1) * 10);
    const contacts = createContactStore(ours, makeClock(), makeIdSource());
    await expect(contacts.record('key-1', makeConversation())).rejects.toMatchObject({
      reason: 'unavailable',
    });
    expect(await readAll(name)).toEqual(upgraded);
  });

  test('says that it is blocked when another context does not give way', async () => {
    const name = `deskmate-work${makeDatabaseSuffix()}`;
    const older = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('the older database did not open')));
    });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const database = createWorkDatabase(name);
    const isBlocked = new Promise((resolve) => {
      database.on('blocked', resolve);
    });
    const opening = openDatabase(database).catch((error: unknown) => error);
    await isBlocked;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await opening).toMatchObject({ name: 'StorageError', reason: 'blocked' });
    older.close();
    database.close();
  });

  test('gives way to a context that deletes it, and begins anew with the next query', async () => {
    const name = `deskmate-work${makeDatabaseSuffix()}`;
    const ours = createWorkDatabase(name);
    await openDatabase(ours);
    const contacts = createContactStore(ours, makeClock(), makeIdSource());
    await contacts.record('key-1', makeConversation());
    await Dexie.delete(name);
    expect(await contacts.listRecent(10)).toEqual([]);
    ours.close();
  });

  test('where the browser forbids it is a reason, not a crash', async () => {
    const database = new Dexie(`deskmate-work${makeDatabaseSuffix()}`, {
      indexedDB: {
        open: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      } as unknown as IDBFactory,
    });
    database.version(1).stores({ contacts: 'id' });
    await expect(openDatabase(database)).rejects.toMatchObject({ reason: 'unavailable' });
  });
});

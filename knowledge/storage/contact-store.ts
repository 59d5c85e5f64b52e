import { Dexie } from 'dexie';
import {
  endContact,
  isIdle,
  recordConversation,
  type Contact,
  type ContactEndReason,
} from '../interactions/index.ts';
import type { Conversation } from '../conversation/index.ts';
import type { NewId } from '../../utils/ids/new-id.ts';
import type { Clock } from '../../utils/time/clock.ts';
import type { WorkDatabase } from './databases.ts';
import { guardStorage } from './storage-failure.ts';

/** Contacts as observed. Every call is one transaction and may be repeated. */
export interface ContactStore {
  /** Counts what is new in a conversation. @returns the contact it belongs to, if there is one */
  record(conversationKey: string, conversation: Conversation): Promise<Contact | null>;
  find(id: string): Promise<Contact | undefined>;
  findLatest(conversationKey: string): Promise<Contact | undefined>;
  /** Ends an open contact; one that has ended already is left alone. @param at epoch ms; now if absent */
  end(id: string, reason: ContactEndReason, at?: number): Promise<void>;
  /** Ends every open contact in which nobody has written for `idleMs` and no customer waits. @returns how many */
  endIdle(idleMs: number): Promise<number>;
  listAwaitingWrapUp(): Promise<Contact[]>;
  /** Newest first. */
  listRecent(limit: number): Promise<Contact[]>;
  skipWrapUp(id: string): Promise<void>;
}

export function createContactStore(database: WorkDatabase, clock: Clock, newId: NewId): ContactStore {
  const { contacts } = database;

  return {
    record: (conversationKey, conversation) =>
      guardStorage(() =>
        database.transaction('rw', contacts, async () => {
          const latest = (await findLatestOf(contacts, conversationKey)) ?? null;
          const identity = { id: newId(), conversationKey };
          const updated = recordConversation(latest, { conversation, identity, now: clock() });
          if (updated) await contacts.put(updated);
          return updated ?? latest;
        }),
      ),
    find: (id) => guardStorage(() => contacts.get(id)),
    findLatest: (conversationKey) => guardStorage(() => findLatestOf(contacts, conversationKey)),
    end: (id, reason, at = clock()) =>
      guardStorage(() =>
        database.transaction('rw', contacts, async () => {
          const contact = await contacts.get(id);
          if (contact?.state === 'open') await contacts.put(endContact(contact, reason, at));
        }),
      ),
    endIdle: (idleMs) =>
      guardStorage(() =>
        database.transaction('rw', contacts, async () => {
          const open = await contacts.where('state').equals('open').toArray();
          const idle = open.filter((contact) => isIdle(contact, idleMs, clock()));
          await contacts.bulkPut(idle.map((contact) => endContact(contact, 'idle', contact.lastActivityAt)));
          return idle.length;
        }),
      ),
    listAwaitingWrapUp: () =>
      guardStorage(() => contacts.where('wrapUp').equals('pending').sortBy('startedAt')),
    listRecent: (limit) => guardStorage(() => contacts.orderBy('startedAt').reverse().limit(limit).toArray()),
    skipWrapUp: (id) =>
      guardStorage(async () => {
        await contacts.where({ id, wrapUp: 'pending' }).modify({ wrapUp: 'skipped' });
      }),
  };
}

function findLatestOf(contacts: WorkDatabase['contacts'], conversationKey: string) {
  return contacts
    .where('[conversationKey+startedAt]')
    .between([conversationKey, Dexie.minKey], [conversationKey, Dexie.maxKey])
    .last();
}

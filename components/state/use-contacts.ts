import { useLiveQuery } from 'dexie-react-hooks';
import type { Assessment } from '../../knowledge/assessment/index.ts';
import type { Contact, SuggestionRecord } from '../../knowledge/interactions/index.ts';
import type { Conversation } from '../../knowledge/conversation/index.ts';
import { useRecords } from './records.ts';

const RECENT = 50;

export interface ContactEntry {
  contact: Contact;
  assessment: Assessment | undefined;
}

/** Newest first; undefined until read. */
export function useRecentContacts(): ContactEntry[] | undefined {
  const { contacts, assessments } = useRecords();
  return useLiveQuery(async () => {
    const recent = await contacts.listRecent(RECENT);
    const found = await assessments.findForContacts(recent.map(({ id }) => id));
    return recent.map((contact) => ({ contact, assessment: found.get(contact.id) }));
  }, [contacts, assessments]);
}

/** Contacts that have ended and wait for their wrap-up, oldest first. */
export function usePendingWrapUps(): Contact[] | undefined {
  const { contacts } = useRecords();
  return useLiveQuery(() => contacts.listAwaitingWrapUp(), [contacts]);
}

/** The open contact of the conversation on screen, if there is one. */
export function useOpenContact(conversation: Conversation | null): Contact | undefined {
  const records = useRecords();
  const consoleId = conversation?.consoleId;
  const conversationId = conversation?.id;
  return useLiveQuery(async () => {
    if (!consoleId || !conversationId) return undefined;
    const key = await records.deriveConversationKey(consoleId, conversationId);
    const contact = await records.contacts.findLatest(key);
    return contact?.state === 'open' ? contact : undefined;
  }, [records, consoleId, conversationId]);
}

/** What was suggested in a contact; undefined until read. */
export function useSuggestionRecords(contactId: string): SuggestionRecord[] | undefined {
  const { suggestionRecords } = useRecords();
  return useLiveQuery(() => suggestionRecords.listForContact(contactId), [suggestionRecords, contactId]);
}

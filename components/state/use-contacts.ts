import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Assessment } from '../../knowledge/assessment/index.ts';
import type { Contact, SuggestionRecord } from '../../knowledge/interactions/index.ts';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import { namePlace } from '../../knowledge/conversation/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { useRecords } from './records.ts';

const RECENT = 50;

export interface ContactEntry {
  contact: Contact;
  assessment: Assessment | undefined;
}

/** Newest first; undefined until read. @param shownId one that must be among them, however old */
export function useRecentContacts(shownId: string | null = null): ContactEntry[] | undefined {
  const { contacts, assessments } = useRecords();
  return useLiveQuery(async () => {
    const recent = await contacts.listRecent(RECENT);
    const isMissing = shownId !== null && !recent.some(({ id }) => id === shownId);
    const shown = isMissing ? await contacts.find(shownId) : undefined;
    if (shown) recent.push(shown);
    const found = await assessments.findForContacts(recent.map(({ id }) => id));
    return recent.map((contact) => ({ contact, assessment: found.get(contact.id) }));
  }, [contacts, assessments, shownId]);
}

/** Contacts that have ended and wait for their wrap-up, oldest first. */
export function usePendingWrapUps(): Contact[] | undefined {
  const { contacts } = useRecords();
  return useLiveQuery(() => contacts.listAwaitingWrapUp(), [contacts]);
}

/** The open contact of the conversation on screen, if there is one. */
export function useOpenContact(reading: TabReading | null): Contact | undefined {
  const { contacts } = useRecords();
  const key = useConversationKey(reading);
  return useLiveQuery(async () => {
    const contact = key ? await contacts.findLatest(key) : undefined;
    return contact?.state === 'open' ? contact : undefined;
  }, [contacts, key]);
}

/** Derived outside the live query: making the secret at first use is a write, and live queries only read. */
function useConversationKey(reading: TabReading | null): string | null {
  const records = useRecords();
  const [derived, setDerived] = useState<{ of: string; key: string } | null>(null);
  const conversation = reading?.conversation;
  const place = reading && conversation ? namePlace(reading.origin, conversation.consoleId) : null;
  const id = conversation?.id;
  const of = place && id ? `${place}\n${id}` : null;
  useEffect(() => {
    if (!place || !id || !of) return undefined;
    let isCurrent = true;
    records
      .deriveConversationKey(place, id)
      .then((key) => isCurrent && setDerived({ of, key }))
      .catch((error: unknown) => reportError('panel/conversation-key', error));
    return () => {
      isCurrent = false;
    };
  }, [records, place, id, of]);
  return derived && derived.of === of ? derived.key : null;
}

/** What was suggested in a contact; undefined until read. */
export function useSuggestionRecords(contactId: string): SuggestionRecord[] | undefined {
  const { suggestionRecords } = useRecords();
  return useLiveQuery(() => suggestionRecords.listForContact(contactId), [suggestionRecords, contactId]);
}

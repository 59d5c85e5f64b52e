/** The stored state of the complaint on screen, and changing it. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useState } from 'react';
import { openComplaintCase, type Approval, type ComplaintCase } from '../../knowledge/complaints/index.ts';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';

export type ChangeCase = (change: (known: ComplaintCase) => ComplaintCase) => void;

export interface KeptComplaint {
  contact: Contact | undefined;
  /** Null: nothing was kept of it so far. */
  kept: ComplaintCase | null;
  /** Of the same customer, this one included. */
  cases: readonly ComplaintCase[];
  approvals: readonly Approval[];
  /** Undefined until read: nothing may be written over what is there. */
  isRead: boolean;
  change: ChangeCase;
}

interface Stored {
  contactId: string;
  contact: Contact | undefined;
  cases: ComplaintCase[];
  approvals: Approval[];
}

export interface CaseInputs {
  contactId: string | undefined;
  chatKey: string;
  playbookId: string;
}

/**
 * Where no contact is recorded (an old chat looked at again) the case lives as long as it is looked at, and nothing is
 * stored.
 */
export function useComplaintCase({ contactId, chatKey, playbookId }: CaseInputs): KeptComplaint {
  const records = useRecords();
  const stored = useStoredCase(contactId);
  const [passing, setPassing] = useState<{ of: string; kept: ComplaintCase } | null>(null);
  const contact = stored?.contact;
  const change = useCallback<ChangeCase>(
    (apply) => {
      if (contactId === undefined) {
        setPassing((before) => ({
          of: chatKey,
          kept: apply(
            before?.of === chatKey ? before.kept : openCase({ id: '', conversationKey: '' }, playbookId),
          ),
        }));
        return;
      }
      // Read here, not taken from the screen: what is done in the first moment counts too.
      const store = async () => {
        const found = await records.contacts.find(contactId);
        if (found) await records.cases.change(openCase(found, playbookId), apply);
      };
      store().catch((error: unknown) => sayNotStored('panel/change-case', error));
    },
    [records, contactId, chatKey, playbookId],
  );
  if (contactId === undefined) {
    const kept = passing?.of === chatKey ? passing.kept : null;
    return { contact, kept, cases: kept ? [kept] : [], approvals: [], isRead: true, change };
  }
  const { cases = [], approvals = [] } = stored ?? {};
  const kept = cases.find(({ id }) => id === contactId) ?? null;
  return { contact, kept, cases, approvals, isRead: contact !== undefined, change };
}

function openCase(
  { id, conversationKey }: Pick<Contact, 'id' | 'conversationKey'>,
  playbookId: string,
): ComplaintCase {
  return openComplaintCase({ id, conversationKey, playbookId }, Date.now());
}

/** Undefined until read, and while what was read is of another contact. */
function useStoredCase(contactId: string | undefined): Stored | undefined {
  const { cases, contacts, approvals } = useRecords();
  const stored = useLiveQuery(async (): Promise<Stored | undefined> => {
    if (contactId === undefined) return undefined;
    const contact = await contacts.find(contactId);
    return {
      contactId,
      contact,
      cases: contact ? await cases.listForConversation(contact.conversationKey) : [],
      approvals: await approvals.listForContact(contactId),
    };
  }, [contactId, cases, contacts, approvals]);
  return stored?.contactId === contactId ? stored : undefined;
}

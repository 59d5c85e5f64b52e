/** Real stores on a database of their own, and the ways they fail. */
import { onTestFinished } from 'vitest';
import type { Assessment } from '../../knowledge/assessment/index.ts';
import type { Contact } from '../../knowledge/interactions/index.ts';
import { openKnowledgeBase, type KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { createWorkDatabase } from '../../knowledge/storage/index.ts';

let opened = 0;

export interface FakeRecords {
  records: KnowledgeBase;
  /** Stores a contact that ended and waits for its wrap-up, unless told otherwise. */
  addContact(change?: Partial<Contact>): Promise<Contact>;
  /** Every stored row, not one per contact. */
  listAssessments(): Promise<Assessment[]>;
}

/** Empty records; closed with the test. */
export async function openFakeRecords(): Promise<FakeRecords> {
  const suffix = `-test-${(opened += 1)}`;
  const records = await openKnowledgeBase({ suffix });
  const work = createWorkDatabase(`deskmate-work${suffix}`);
  onTestFinished(() => {
    records.close();
    work.close();
  });
  return {
    records,
    addContact: async (change = {}) => {
      const contact = makeContact(change);
      await work.contacts.put(contact);
      return contact;
    },
    listAssessments: () => work.assessments.toArray(),
  };
}

export function makeContact(change: Partial<Contact> = {}): Contact {
  return {
    id: 'contact-1',
    v: 1,
    channel: 'chat',
    consoleId: 'practice',
    conversationKey: 'key-1',
    customerLabel: '王**',
    state: 'ended',
    startedAt: Date.UTC(2026, 10, 21, 8, 30),
    lastActivityAt: Date.UTC(2026, 10, 21, 8, 40),
    endedAt: Date.UTC(2026, 10, 21, 8, 40),
    endReason: 'closed-by-agent',
    customerTurns: 3,
    agentTurns: 2,
    firstResponseMs: 18_000,
    lastMessage: { id: 'm5', role: 'customer', at: Date.UTC(2026, 10, 21, 8, 40) },
    wrapUp: 'pending',
    ...change,
  };
}

/** As a full disk looks to Dexie: the quota error hides inside an aborted transaction. */
export function makeQuotaError(): Error {
  const inner = Object.assign(new Error('quota'), { name: 'QuotaExceededError' });
  return Object.assign(new Error('aborted'), { name: 'AbortError', inner });
}

/** The same records, but this one call fails `times` times. */
export function failToSaveAssessments(
  records: KnowledgeBase,
  error: Error,
  times = Number.POSITIVE_INFINITY,
): KnowledgeBase {
  let failures = 0;
  const save: KnowledgeBase['assessments']['save'] = async (assessment) => {
    if ((failures += 1) <= times) throw error;
    await records.assessments.save(assessment);
  };
  return { ...records, assessments: { ...records.assessments, save } };
}

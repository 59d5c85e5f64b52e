import { SESSION_ITEMS } from '../../knowledge/contracts/index.ts';
import { namePlace, type Conversation } from '../../knowledge/conversation/index.ts';
import { isWaitingForUs } from '../../knowledge/interactions/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { openRecords } from './records.ts';

const contactIds = defineSessionItem<string>(SESSION_ITEMS.contactId);

/** Counts what is new into the contact of this tab, and ends the one the agent has left. */
export async function recordContact(
  tabId: number,
  origin: string,
  conversation: Conversation | null,
): Promise<void> {
  const records = await openRecords();
  const previousId = await contactIds.read(tabId);
  const contactId = conversation ? await countConversation(records, origin, conversation) : null;
  if (previousId && previousId !== contactId) await endIfAnswered(records, previousId);
  if (contactId) await contactIds.write(tabId, contactId);
  else await contactIds.remove(tabId);
}

async function countConversation(
  records: KnowledgeBase,
  origin: string,
  conversation: Conversation,
): Promise<string | null> {
  const key = await records.deriveConversationKey(namePlace(origin, conversation.consoleId), conversation.id);
  const contact = await records.contacts.record(key, conversation);
  return contact?.id ?? null;
}

/** An agent with five chats moves between them all day: one that still waits for an answer goes on. */
async function endIfAnswered(records: KnowledgeBase, contactId: string): Promise<void> {
  const contact = await records.contacts.find(contactId);
  if (contact?.state === 'open' && !isWaitingForUs(contact))
    await records.contacts.end(contactId, 'conversation-changed');
}

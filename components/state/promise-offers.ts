/** Promises in what the agent has just written, with all it takes to record them. Fetched when there is something to read. */
import { loadChinaCalendar } from '../../knowledge/complaints/index.ts';
import type { Message } from '../../knowledge/conversation/index.ts';
import type { Contact } from '../../knowledge/interactions/index.ts';
import type { PromiseOffer } from '../../knowledge/knowledge-base.ts';
import { readPromises, type PromiseRead } from '../../knowledge/promises/index.ts';

export interface OfferedPromise {
  read: PromiseRead;
  place: PromiseOffer;
  contactId: string;
  madeAt: number;
}

/** The newest first: it is what the agent has in mind. */
export async function readOffers(
  messages: readonly Message[],
  { id: contactId, conversationKey }: Pick<Contact, 'id' | 'conversationKey'>,
  timeZone: string,
): Promise<OfferedPromise[]> {
  const { isWorkingDay: isWorkday } = await loadChinaCalendar();
  return messages.toReversed().flatMap(({ id: messageId, text, sentAt }) => {
    if (sentAt === null) return [];
    return readPromises(text, { at: sentAt, timeZone, isWorkday }).map((read) => ({
      read,
      place: { conversationKey, messageId, start: read.start },
      contactId,
      madeAt: sentAt,
    }));
  });
}

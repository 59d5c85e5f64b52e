/** For consoles that answer on a page of its own: what was read on the page before, while it is the same chat. */
import { SESSION_ITEMS, type ReadBefore } from '../../knowledge/contracts/index.ts';
import type { ConsoleReading, Conversation } from '../../knowledge/conversation/index.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';

const readBefore = defineSessionItem<ReadBefore>(SESSION_ITEMS.readBefore);

/**
 * Keeps what a page with messages shows, and finds it again for a page without.
 *
 * @returns null where nothing was read before, or of another chat, console or site
 */
export async function findEarlier(
  tabId: number,
  origin: string,
  { consoleId, conversation, sameChat }: ConsoleReading,
): Promise<Conversation | null> {
  if (!consoleId || !sameChat) return null;
  if (conversation) {
    await readBefore.write(tabId, { origin, consoleId, sameChat, conversation });
    return null;
  }
  const before = await readBefore.read(tabId);
  const isSame = before?.origin === origin && before.consoleId === consoleId && before.sameChat === sameChat;
  return isSame ? before.conversation : null;
}

export function forgetEarlier(tabId: number): Promise<void> {
  return readBefore.remove(tabId);
}

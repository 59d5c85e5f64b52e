/** Who may send what. Decided by what the browser itself says about the sender, never by its URL string. */
import type { MessageSender } from '../../utils/messaging/messengers.ts';

export type SenderClass = 'console-page' | 'own-page' | 'stranger';

/** Which senders each event is accepted from; tests/unit checks every pair. */
export const ALLOWED_SENDERS = {
  conversationObserved: ['console-page'],
  insertionRequested: ['console-page'],
  panelOpened: ['own-page'],
} as const satisfies Record<string, readonly SenderClass[]>;

export function classifySender(sender: MessageSender, ownId: string): SenderClass {
  if (sender.id !== ownId) return 'stranger';
  // Our content script, or the practice page in a tab: both sit in the top frame of a tab.
  if (sender.tab?.id !== undefined)
    return sender.frameId === 0 || sender.frameId === undefined ? 'console-page' : 'stranger';
  return 'own-page';
}

/** @returns the tab to file the event under; null if this sender may not send it */
export function acceptSender(
  event: keyof typeof ALLOWED_SENDERS,
  sender: MessageSender,
  ownId: string,
): { tabId: number | null } | null {
  const allowed: readonly SenderClass[] = ALLOWED_SENDERS[event];
  return allowed.includes(classifySender(sender, ownId)) ? { tabId: sender.tab?.id ?? null } : null;
}

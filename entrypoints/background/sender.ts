/** Who may send what. Decided by what the browser itself says about the sender, never by its URL string. */
import type { MessageSender } from '../../utils/messaging/messengers.ts';

export type SenderClass = 'console-page' | 'own-page' | 'own-frame' | 'stranger';

/** Which senders each event is accepted from; tests/unit checks every pair. */
export const ALLOWED_SENDERS = {
  adaptersFor: ['console-page'],
  unknownConsoleFocused: ['console-page'],
  conversationObserved: ['console-page'],
  insertionRequested: ['console-page'],
  draftObserved: ['console-page'],
  rewriteRequested: ['console-page'],
  panelOpened: ['own-page'],
  promisesChanged: ['own-page'],
  teachingRequested: ['own-page'],
  pickerTriggered: ['console-page'],
  pickerOpened: ['console-page'],
  pickerJoined: ['own-frame'],
  scriptPicked: ['own-frame'],
  pickerClosed: ['console-page'],
} as const satisfies Record<string, readonly SenderClass[]>;

/** With an id that is ours it is ours too: our scripts run in no other extension's pages. */
const EXTENSION_ORIGIN = /^(?:chrome|moz)-extension:\/\//;

export function classifySender(sender: MessageSender, ownId: string): SenderClass {
  if (sender.id !== ownId) return 'stranger';
  if (sender.tab?.id === undefined) return 'own-page';
  // Our content script, or the practice page in a tab: both sit in the top frame of a tab.
  if (sender.frameId === 0 || sender.frameId === undefined) return 'console-page';
  // A page of ours in a frame, as the picker is. Whoever put it there: that is for the listener to ask.
  return EXTENSION_ORIGIN.test(sender.origin ?? '') ? 'own-frame' : 'stranger';
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

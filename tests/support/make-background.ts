import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ToBackground } from '../../knowledge/conversation/index.ts';
import type { MessageSender } from '../../utils/messaging/messengers.ts';

/** Our content script in the top frame of a tab. */
export const consoleIn = (tabId: number): MessageSender => ({
  id: fakeBrowser.runtime.id,
  tab: { id: tabId },
  frameId: 0,
});

/** Our side panel. */
export const ownPanel = (): MessageSender => ({ id: fakeBrowser.runtime.id });

/** Hands an event to the background as the browser would. @returns what it answered */
export async function deliver(
  event: keyof ToBackground,
  data: unknown,
  sender: MessageSender,
): Promise<unknown> {
  return new Promise((resolve) => {
    const message = { id: 1, type: event, data, timestamp: Date.now() };
    void fakeBrowser.runtime.onMessage.trigger(message, sender as never, resolve);
  });
}

/** What is in session storage now, by key. */
export async function readSession(): Promise<Record<string, unknown>> {
  return fakeBrowser.storage.session.get(null);
}

/** What consoles report: stored for the panel first, then counted into the contact. */
import { browser } from 'wxt/browser';
import {
  consoleReadingSchema,
  insertionRequestSchema,
  SESSION_ITEMS,
  type TabReading,
} from '../../knowledge/contracts/index.ts';
import type { InsertionRequest, ToBackground, ToConsole } from '../../knowledge/conversation/index.ts';
import { isPanelOpen } from '../../utils/browser/open-panel.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { forgetDraft, forgetDraftOfAnother } from './drafts.ts';
import { mayRead } from './may-read.ts';
import { closePickerOfAnother } from './picker.ts';
import { findEarlier, forgetEarlier } from './read-before.ts';
import { enqueueRecording } from './recording-queue.ts';
import { acceptSender } from './sender.ts';

const readings = defineSessionItem<TabReading>(SESSION_ITEMS.reading);
const insertionRequests = defineSessionItem<InsertionRequest>(SESSION_ITEMS.insertionRequest);

export function listenForConsoleEvents(): void {
  const { listen } = createMessenger<ToBackground>();

  listen('conversationObserved', async ({ data, sender }) => {
    const tabId = acceptSender('conversationObserved', sender, browser.runtime.id)?.tabId;
    const reading = consoleReadingSchema.safeParse(data);
    if (typeof tabId !== 'number') return { mayRead: false, isPanelOpen: false };
    if (!reading.success || !(await mayRead(sender))) {
      await Promise.all([readings.remove(tabId), forgetEarlier(tabId), forgetDraft(tabId)]);
      return { mayRead: !reading.success, isPanelOpen: false };
    }
    const { origin = '' } = sender;
    const earlier = await findEarlier(tabId, origin, reading.data);
    const conversation = earlier ?? reading.data.conversation;
    // First what the agent is waiting for; neither the panel nor the page waits for the disk.
    await readings.write(tabId, { ...reading.data, conversation, observedAt: Date.now(), origin });
    closePickerOfAnother(tabId, conversation);
    await forgetDraftOfAnother(tabId, conversation);
    enqueueRecording(tabId, origin, conversation);
    return { mayRead: true, isPanelOpen: await isPanelOpen(), ...(earlier && { earlier }) };
  });

  listen('insertionRequested', async ({ data, sender }) => {
    const tabId = acceptSender('insertionRequested', sender, browser.runtime.id)?.tabId;
    const request = insertionRequestSchema.safeParse(data);
    if (typeof tabId !== 'number' || !request.success) return;
    await insertionRequests.write(tabId, request.data);
  });

  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status !== 'loading') return;
    forgetReading(tabId).catch((error: unknown) => reportError('background/tab-loading', error));
  });

  browser.tabs.onRemoved.addListener((tabId) => {
    const items = Object.values(SESSION_ITEMS).map((name) => defineSessionItem(name).remove(tabId));
    void Promise.all(items).catch((error: unknown) => reportError('background/tab-removed', error));
  });
}

/**
 * What was read on the page before must not stay on screen beside the next one. Single-page consoles
 * "load" without leaving: the script is still there and says again what it sees.
 */
async function forgetReading(tabId: number): Promise<void> {
  if (!(await readings.read(tabId))) return;
  await Promise.all([readings.remove(tabId), forgetDraft(tabId)]);
  await createMessenger<ToConsole>()
    .send('reportConversation', undefined, tabId)
    .catch(() => undefined);
}

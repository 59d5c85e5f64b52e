/** What the agent is typing, for the panel's check alone: in memory, by tab, as long as its conversation is open. */
import { browser } from 'wxt/browser';
import { observedDraftSchema, rewriteRequestSchema, SESSION_ITEMS } from '../../knowledge/contracts/index.ts';
import type {
  Conversation,
  ObservedDraft,
  RewriteRequest,
  ToBackground,
} from '../../knowledge/conversation/index.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { mayRead } from './may-read.ts';
import { acceptSender } from './sender.ts';

const drafts = defineSessionItem<ObservedDraft>(SESSION_ITEMS.draft);
const rewriteRequests = defineSessionItem<RewriteRequest>(SESSION_ITEMS.rewriteRequest);

export function listenForDrafts(): void {
  const { listen } = createMessenger<ToBackground>();

  listen('draftObserved', async ({ data, sender }) => {
    const tabId = acceptSender('draftObserved', sender, browser.runtime.id)?.tabId;
    if (typeof tabId !== 'number') return;
    const draft = observedDraftSchema.safeParse(data);
    if (draft.success && draft.data.text.trim() !== '' && (await mayRead(sender)))
      await drafts.write(tabId, draft.data);
    else await drafts.remove(tabId);
  });

  listen('rewriteRequested', async ({ data, sender }) => {
    const tabId = acceptSender('rewriteRequested', sender, browser.runtime.id)?.tabId;
    const request = rewriteRequestSchema.safeParse(data);
    if (typeof tabId !== 'number' || !request.success) return;
    await rewriteRequests.write(tabId, request.data);
  });
}

export function forgetDraft(tabId: number): Promise<void> {
  return drafts.remove(tabId);
}

/** What was typed for one customer is gone before another is answered. */
export async function forgetDraftOfAnother(tabId: number, conversation: Conversation | null): Promise<void> {
  const draft = await drafts.read(tabId);
  if (draft && draft.conversationId !== conversation?.id) await drafts.remove(tabId);
}

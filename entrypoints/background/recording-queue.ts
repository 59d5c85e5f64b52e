/** Records contacts one report after the other, and says so where they cannot be recorded. */
import { SESSION_ITEMS } from '../../knowledge/contracts/index.ts';
import type { Conversation } from '../../knowledge/conversation/index.ts';
import { classifyStorageError, type StorageFailure } from '../../knowledge/knowledge-base.ts';
import { defineSessionItem } from '../../utils/browser/session-items.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { recordContact } from './record-contact.ts';

const troubles = defineSessionItem<StorageFailure>(SESSION_ITEMS.recordingTrouble);

/** Only order: when the worker dies, what was not recorded is counted with the next report. */
let queue = Promise.resolve();

export function enqueueRecording(tabId: number, origin: string, conversation: Conversation | null): void {
  queue = queue.then(() => record(tabId, origin, conversation));
}

/** Resolves when everything reported so far is recorded, or known not to be. */
export function waitForRecording(): Promise<void> {
  return queue;
}

async function record(tabId: number, origin: string, conversation: Conversation | null): Promise<void> {
  try {
    await recordContact(tabId, origin, conversation);
    if (await troubles.read(tabId)) await troubles.remove(tabId);
  } catch (error) {
    reportError('background/record-contact', error);
    await troubles.write(tabId, classifyStorageError(error) ?? 'unavailable').catch(() => undefined);
  }
}

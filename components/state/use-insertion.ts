/** Puts a suggestion into the console's composer and records what became of it. */
import { useCallback } from 'react';
import { fillTemplate, listOpenSlots, type SlotValues } from '../../knowledge/articles/index.ts';
import type { InsertionExpectation, InsertionResult, ToConsole } from '../../knowledge/conversation/index.ts';
import type { SuggestionOutcome } from '../../knowledge/interactions/index.ts';
import { classifyStorageError } from '../../knowledge/knowledge-base.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { usePanelStore } from './panel-store.ts';
import { useRecords } from './records.ts';

const { send } = createMessenger<ToConsole>();

export interface InsertionTarget {
  tabId: number;
  expected: InsertionExpectation;
  /** The turn being answered; identifies the suggestion in the records. */
  turnId: string;
  /** Undefined outside a contact (an old chat looked at again): nothing is recorded then. */
  contactId: string | undefined;
}

export interface InsertionActions {
  /** Asks for open slots first. @returns whether the text is in the composer */
  insert(suggestion: Suggestion, values: SlotValues): Promise<boolean>;
  record(articleIds: readonly string[], outcome: SuggestionOutcome): void;
}

export function useInsertion(target: InsertionTarget | null): InsertionActions {
  const records = useRecords();
  const { notify, askForSlots } = usePanelStore.getState();

  const record = useCallback(
    (articleIds: readonly string[], outcome: SuggestionOutcome) => {
      if (!target?.contactId || articleIds.length === 0) return;
      const { contactId, turnId } = target;
      records.suggestionRecords.record({ contactId, turnId, articleIds, outcome }).catch(sayNotStored);
    },
    [records, target],
  );

  const insert = useCallback(
    async ({ article, template }: Suggestion, values: SlotValues) => {
      if (!target) {
        notify({ kind: 'refused', reason: 'no-conversation' });
        return false;
      }
      const text = fillTemplate(template, values);
      if (text === null) {
        askForSlots(article.id);
        notify({ kind: 'slots-open', slots: listOpenSlots(template, values) });
        return false;
      }
      const result = await sendToConsole(target, text);
      if (!result.ok) {
        notify({ kind: 'refused', reason: result.reason });
        return false;
      }
      askForSlots(null);
      notify({ kind: 'inserted' });
      record([article.id], 'inserted');
      return true;
    },
    [target, notify, askForSlots, record],
  );

  return { insert, record };
}

function sayNotStored(error: unknown): void {
  reportError('panel/record-suggestion', error);
  const reason = classifyStorageError(error) === 'full' ? 'full' : 'unavailable';
  usePanelStore.getState().notify({ kind: 'not-stored', reason });
}

async function sendToConsole(
  { tabId, expected }: InsertionTarget,
  text: string,
): Promise<InsertionResult | { ok: false; reason: 'console-gone' }> {
  try {
    return await send('insertReply', { requestId: crypto.randomUUID(), text, expected }, tabId);
  } catch {
    // The page was closed, reloaded, or holds a script from before an update.
    return { ok: false, reason: 'console-gone' };
  }
}

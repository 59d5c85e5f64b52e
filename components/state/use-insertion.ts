/** Puts a suggestion into the console's composer and records what became of it. */
import { useCallback, useRef } from 'react';
import { fillTemplate, listOpenSlots, type SlotValues } from '../../knowledge/articles/index.ts';
import type { InsertionExpectation, InsertionResult, ToConsole } from '../../knowledge/conversation/index.ts';
import type { SuggestionOutcome } from '../../knowledge/interactions/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { usePanelStore } from './panel-store.ts';
import { useRecords } from './records.ts';
import { sayNotStored } from './say-not-stored.ts';

const { send } = createMessenger<ToConsole>();

/** The same reply for the same words within this time is one wish, not two. */
const SAME_MOMENT_MS = 1_000;

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
      records.suggestionRecords
        .record({ contactId, turnId, articleIds, outcome })
        .catch((error: unknown) => sayNotStored('panel/record-suggestion', error));
    },
    [records, target],
  );

  const once = useOncePerMoment();
  const insert = useCallback(
    async ({ article, template }: Suggestion, values: SlotValues) => {
      if (!target) {
        notify({ kind: 'refused', reason: 'no-conversation' });
        return false;
      }
      const text = fillTemplate(template, values);
      if (text === null) {
        askForOpenSlots(article.id, listOpenSlots(template, values));
        return false;
      }
      const result = await once(`${target.turnId}\n${article.id}`, () => sendToConsole(target, text));
      if (!result) return false;
      if (!result.ok) {
        notify({ kind: 'refused', reason: result.reason });
        return false;
      }
      askForSlots(null);
      notify({ kind: 'inserted' });
      record([article.id], 'inserted');
      return true;
    },
    [target, notify, askForSlots, record, once],
  );

  return { insert, record };
}

/** A script with an open slot goes nowhere: the panel asks for it instead. */
export function askForOpenSlots(articleId: string, slots: string[]): void {
  const { askForSlots, notify } = usePanelStore.getState();
  askForSlots(articleId);
  notify({ kind: 'slots-open', slots });
}

/** A double click or a key that bounces inserts once. @returns null for what was asked a moment ago already */
function useOncePerMoment() {
  const last = useRef({ what: '', until: 0 });
  return useCallback(async <TValue>(what: string, act: () => Promise<TValue>): Promise<TValue | null> => {
    if (last.current.what === what && Date.now() < last.current.until) return null;
    last.current = { what, until: Number.POSITIVE_INFINITY };
    const value = await act();
    last.current = { what, until: Date.now() + SAME_MOMENT_MS };
    return value;
  }, []);
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

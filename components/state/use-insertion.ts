/** Puts a suggestion into the console's composer and records what became of it. */
import { useCallback, useRef } from 'react';
import type { SlotValues } from '../../knowledge/articles/index.ts';
import type {
  InsertionExpectation,
  InsertionResult,
  InsertReplyCommand,
  LinePolicy,
  ToConsole,
} from '../../knowledge/conversation/index.ts';
import type { SuggestionOutcome } from '../../knowledge/interactions/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { createMessenger } from '../../utils/messaging/messengers.ts';
import { linePolicy } from '../../utils/settings/settings.ts';
import { useComplaintStore } from './complaint-store.ts';
import { fillScript } from './fill-script.ts';
import { findHoldBack } from './hold-back.ts';
import { usePanelStore } from './panel-store.ts';
import { useRecords } from './records.ts';
import { sayRefused } from './refuse-insertion.ts';
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
  /** The panel says so on the cards: what goes in now stays inside the team. */
  isPrivateNote: boolean;
}

export interface InsertionActions {
  /** Asks for open slots first. @returns whether the text is in the composer */
  insert(suggestion: Suggestion, values: SlotValues): Promise<boolean>;
  record(articleIds: readonly string[], outcome: SuggestionOutcome): void;
}

export function useInsertion(target: InsertionTarget | null): InsertionActions {
  const records = useRecords();
  const { notify } = usePanelStore.getState();

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

  const deliver = useDelivery(record);
  const once = useOncePerMoment();
  const insert = useCallback(
    async (suggestion: Suggestion, values: SlotValues) => {
      if (!target) {
        notify({ kind: 'refused', reason: 'no-conversation' });
        return false;
      }
      const text = fillScript(suggestion, values);
      if (text === null) return false;
      const heldBack = await findHoldBack(text);
      if (heldBack) {
        notify({ kind: 'held-back', text: heldBack });
        return false;
      }
      const { id: articleId } = suggestion.article;
      return withinLimits(text, async () => {
        const result = await once(`${target.turnId}\n${articleId}`, async () =>
          deliver(target, { articleId, text, lines: await linePolicy.getValue() }),
        );
        return result ?? false;
      });
    },
    [target, notify, deliver, once],
  );

  return { insert, record };
}

/** Sends a reply to the console and says what became of it; after a question once more, with its answer. */
function useDelivery(record: InsertionActions['record']) {
  const { notify, askForSlots } = usePanelStore.getState();
  return useCallback(
    async function deliver(to: InsertionTarget, { articleId, text, lines }: Delivery): Promise<boolean> {
      const result = await sendToConsole(to, { text, lines });
      if (!result.ok) {
        sayRefused(result.reason, {
          text,
          insertAgain: (chosen) => void deliver(to, { articleId, text, lines: chosen }),
        });
        return false;
      }
      askForSlots(null);
      notify({ kind: result.isJoined ? 'inserted-joined' : 'inserted' });
      record([articleId], 'inserted');
      return true;
    },
    [notify, askForSlots, record],
  );
}

/** What offers more than the agent's role may is asked for first: the guard shows whom, and why. */
async function withinLimits(text: string, act: () => Promise<boolean>): Promise<boolean> {
  const { guard } = useComplaintStore.getState();
  const settle = guard ? await guard(text) : () => undefined;
  const isInserted = settle !== null && (await act());
  if (isInserted) settle();
  return isInserted;
}

interface Delivery {
  articleId: string;
  text: string;
  lines: LinePolicy;
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
  { tabId, expected, isPrivateNote }: InsertionTarget,
  reply: Pick<InsertReplyCommand, 'text' | 'lines'>,
): Promise<InsertionResult | { ok: false; reason: 'console-gone' }> {
  const note = isPrivateNote ? { isPrivateNote } : {};
  try {
    return await send('insertReply', { requestId: crypto.randomUUID(), expected, ...reply, ...note }, tabId);
  } catch {
    // The page was closed, reloaded, or holds a script from before an update.
    return { ok: false, reason: 'console-gone' };
  }
}

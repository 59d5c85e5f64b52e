/** Everything the assist place does: the cards for the open turn, results for a search, and inserting either. */
import { useEffect, useEffectEvent, useMemo } from 'react';
import type { ReplyTone, SlotValues } from '../../knowledge/articles/index.ts';
import type { TabReading } from '../../knowledge/contracts/index.ts';
import type { Conversation, InsertionExpectation } from '../../knowledge/conversation/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { formatReply } from '../../utils/text/format-reply.ts';
import { copyText } from './copy-text.ts';
import { fillScript } from './fill-script.ts';
import { focusSearchBox } from './focus-search-box.ts';
import { usePanelStore, type Notice } from './panel-store.ts';
import { useInsertion, type InsertionTarget } from './use-insertion.ts';
import { useOpenContact } from './use-contacts.ts';
import { useScreen, type Screen } from './use-screen.ts';
import type { SuggestionSet } from './use-suggestions.ts';
import { useGapNotes } from './use-gap-notes.ts';
import { useSlots, type AgentProfile, type Slots } from './use-slots.ts';
import { useTeaching } from './use-teaching.ts';

export interface AssistInputs extends AgentProfile {
  tabId: number | undefined;
  /** Null while the console cannot be read well enough. */
  reading: TabReading | null;
  tone: ReplyTone;
}

export interface InsertionPress {
  /** Which card, counted from 1. */
  position: number;
  /** Epoch milliseconds. */
  pressedAt: number;
  /** What the console showed then; absent for keys pressed in the panel itself. */
  seen?: InsertionExpectation;
}

export interface Assist extends Screen {
  slots: Pick<Slots, 'values' | 'edits' | 'offered' | 'edit'>;
  contactId: string | undefined;
  /** What is inserted now stays inside the team. */
  isPrivateNote: boolean;
  insert: (suggestion: Suggestion, typed: SlotValues) => void;
  insertAt: (press: InsertionPress) => void;
  copy: (suggestion: Suggestion) => void;
  dismiss: (suggestion: Suggestion) => void;
  open: (suggestion: Suggestion) => void;
}

export function useAssist({ tabId, reading, tone, agentName, teamName }: AssistInputs): Assist {
  const conversation = reading?.conversation ?? null;
  const chatKey = useForgottenChat(nameChat(tabId, conversation));
  const screen = useScreen({ chatKey, conversation, tone });
  const { set, expected, catchUp } = screen;
  const contactId = useOpenContact(reading)?.id;
  useGapNotes(screen, contactId);
  const target = useTarget({ tabId, reading, expected, turnId: set?.turn.id, contactId });
  const { insertInto, note } = useRecordedUse(screen, target);
  const slots = useSlots({ conversation, agentName, teamName, contactKey: contactId ?? chatKey ?? '' });

  const insert = (suggestion: Suggestion, typed: SlotValues) => {
    slots.type(typed);
    void insertInto(suggestion, { ...slots.valuesFor(suggestion), ...typed }).then((isInserted) => {
      if (isInserted) slots.settle(suggestion.article.id);
      // Whatever the outcome: the person has been told, and may now see and use what is newest.
      catchUp();
      if (isInserted) leaveCards();
    });
  };

  return {
    ...screen,
    slots,
    contactId,
    isPrivateNote: target?.isPrivateNote ?? false,
    insert,
    insertAt: (press) => {
      const suggestion = screen.suggestions[press.position - 1];
      const isStale = screen.isStale(press.pressedAt);
      const notice = findObjection({ press, isStale, expected, hasCard: suggestion !== undefined });
      if (suggestion && !notice) return insert(suggestion, {});
      if (notice) usePanelStore.getState().notify(notice);
      // The person has been told; the next press is for what is newest.
      if (notice?.kind === 'refused') catchUp();
    },
    copy: (suggestion) => copyScript(suggestion, slots.valuesFor(suggestion)),
    dismiss: ({ article }) => {
      screen.dismissArticle(article.id);
      note(article.id, 'dismissed');
    },
    open: ({ article }) => note(article.id, 'opened'),
  };
}

/** Inserting and what else is done with a script, with what becomes of it recorded and learned. */
function useRecordedUse(screen: Screen, target: InsertionTarget | null) {
  const contactId = target?.contactId;
  const { insert, record } = useInsertion(target);
  const teach = useTeaching(screen, contactId);
  useShownRecord(screen.set, contactId, record);
  return {
    insertInto: async (suggestion: Suggestion, values: SlotValues) => {
      const isInserted = await insert(suggestion, values);
      // For what was on screen at the key, even if the customer has gone on since.
      if (isInserted) teach(suggestion.article.id, 'inserted');
      return isInserted;
    },
    note: (articleId: string, outcome: 'opened' | 'dismissed') => {
      record([articleId], outcome);
      teach(articleId, outcome);
    },
  };
}

/** Tells chats apart, also in two tabs whose consoles name them alike. */
export function nameChat(tabId: number | undefined, conversation: Conversation | null): string | null {
  return conversation && tabId !== undefined ? `${tabId}\n${conversation.id}` : null;
}

/** Nothing typed for one customer may reach another: what was searched for, and a form half filled in. */
function useForgottenChat(chatKey: string | null): string | null {
  useEffect(() => usePanelStore.getState().forgetConversation(), [chatKey]);
  return chatKey;
}

function isSame(one: InsertionExpectation, other: InsertionExpectation): boolean {
  return (
    one.conversationId === other.conversationId && one.lastCustomerMessageId === other.lastCustomerMessageId
  );
}

interface PressInputs {
  press: InsertionPress;
  isStale: boolean;
  expected: InsertionExpectation | null;
  hasCard: boolean;
}

/** Why a key press must not insert: it was meant for other cards, other words, or another customer. */
function findObjection({ press: { seen }, isStale, expected, hasCard }: PressInputs): Notice | null {
  if (isStale) return { kind: 'just-changed' };
  if (!hasCard) return { kind: 'no-such-card' };
  if (!seen || !expected || isSame(seen, expected)) return null;
  const isOther = seen.conversationId !== expected.conversationId;
  return { kind: 'refused', reason: isOther ? 'conversation-changed' : 'customer-wrote-again' };
}

/** An Enter meant for sending must not insert once more: the hand leaves the card with what it inserted. */
function leaveCards(): void {
  usePanelStore.getState().closeSearch();
  if (document.activeElement?.closest('.card, form')) {
    focusSearchBox();
  }
}

/** An unfilled slot must not leave by the clipboard either: it is asked for, as when inserting. */
function copyScript(suggestion: Suggestion, values: SlotValues): void {
  const text = fillScript(suggestion, values);
  if (text !== null) copyText(formatReply(text).text);
}

interface TargetInputs {
  tabId: number | undefined;
  reading: TabReading | null;
  expected: InsertionExpectation | null;
  turnId: string | undefined;
  contactId: string | undefined;
}

/** Where an insertion goes now, and what must still be true when it gets there. */
function useTarget({ tabId, reading, expected, turnId, contactId }: TargetInputs): InsertionTarget | null {
  const conversationId = reading?.conversation?.id;
  const isPrivateNote = reading?.isPrivateNote === true;
  return useMemo(() => {
    if (tabId === undefined || !conversationId || !expected) return null;
    const answered = turnId ?? expected.lastCustomerMessageId ?? conversationId;
    return { tabId, expected, turnId: answered, contactId, isPrivateNote };
  }, [tabId, conversationId, expected, turnId, contactId, isPrivateNote]);
}

/** Cards count as shown once they are on screen in a contact that is being recorded. */
function useShownRecord(
  set: SuggestionSet | null,
  contactId: string | undefined,
  record: (articleIds: readonly string[], outcome: 'shown') => void,
): void {
  const shownIds = set?.suggestions.map(({ article }) => article.id).join('\n') ?? '';
  const recordShown = useEffectEvent(record);
  useEffect(() => {
    if (contactId && shownIds) recordShown(shownIds.split('\n'), 'shown');
  }, [contactId, shownIds, set?.turn.id]);
}

/** Everything the assist place does: the cards for the open turn, results for a search, and inserting either. */
import { useCallback, useEffect, useMemo } from 'react';
import {
  fillTemplate,
  listOpenSlots,
  type ReplyTone,
  type SlotValues,
} from '../../knowledge/articles/index.ts';
import type { Conversation } from '../../knowledge/conversation/index.ts';
import { collectSlotValues, type Suggestion } from '../../knowledge/suggestions/index.ts';
import { usePanelStore } from './panel-store.ts';
import { useCards } from './use-cards.ts';
import { useInsertion, type InsertionTarget } from './use-insertion.ts';
import { useOpenContact } from './use-contacts.ts';
import { expectNothingMoved, useSearchResults, type SuggestionSet } from './use-suggestions.ts';

/** A key pressed sooner than this after new cards came was meant for the old ones. */
const EYE_NEEDS_MS = 400;

export interface AssistInputs {
  tabId: number | undefined;
  conversation: Conversation | null;
  tone: ReplyTone;
  agentName: string;
}

export interface Assist {
  /** Null while the customer has not said anything unanswered. */
  set: SuggestionSet | null;
  /** Null while nothing is typed. */
  results: Suggestion[] | null;
  isSearching: boolean;
  values: SlotValues;
  contactId: string | undefined;
  isNewerWaiting: boolean;
  letIn: () => void;
  hold: (isHeld: boolean) => void;
  insert: (suggestion: Suggestion, typed: SlotValues) => void;
  /** @param pressedAt epoch ms */
  insertAt: (position: number, pressedAt: number) => void;
  copy: (suggestion: Suggestion) => void;
  dismiss: (suggestion: Suggestion) => void;
  open: (suggestion: Suggestion) => void;
}

export function useAssist({ tabId, conversation, tone, agentName }: AssistInputs): Assist {
  const { query, notify } = usePanelStore();
  const cards = useCards(conversation, tone);
  const { set, letIn } = cards;
  const found = useSearchResults(query, tone);
  const contactId = useOpenContact(conversation)?.id;
  const isSearching = query.trim() !== '';
  const { values, typeSlots } = useSlotValues(conversation, agentName);
  const target = useTarget({ tabId, conversation, set: isSearching ? null : set, contactId });
  const { insert: insertInto, record } = useInsertion(target);
  useShownRecord(set, contactId, record);

  const insert = useCallback(
    (suggestion: Suggestion, typed: SlotValues) => {
      typeSlots(typed);
      // Whatever the outcome, the cards may catch up with the conversation now.
      void insertInto(suggestion, { ...values, ...typed }).then(() => letIn());
    },
    [insertInto, typeSlots, values, letIn],
  );

  return {
    ...cards,
    results: isSearching && found ? found.suggestions : null,
    isSearching,
    values,
    contactId,
    insert,
    insertAt: (position, pressedAt) => {
      const suggestion = (isSearching ? found : set)?.suggestions[position - 1];
      // Results of what was typed a moment ago are not what Enter was pressed for.
      const isStale = isSearching ? found?.query !== query : isTooSoon(set, pressedAt);
      if (isStale) notify({ kind: 'just-changed' });
      else if (!suggestion) notify({ kind: 'no-such-card' });
      else insert(suggestion, {});
    },
    copy: (suggestion) => copyScript(suggestion, values),
    dismiss: ({ article }) => {
      cards.dismiss(article.id);
      record([article.id], 'dismissed');
    },
    open: ({ article }) => record([article.id], 'opened'),
  };
}

/** What slots are filled with: what the conversation says, and what the person typed for it. */
function useSlotValues(conversation: Conversation | null, agentName: string) {
  const { typedSlots, typeSlots, forgetConversation } = usePanelStore();
  const conversationId = conversation?.id;
  useEffect(() => forgetConversation(), [conversationId, forgetConversation]);
  const values = useMemo(
    () => ({ ...collectSlotValues({ conversation, agentName }), ...typedSlots }),
    [conversation, agentName, typedSlots],
  );
  return { values, typeSlots };
}

function isTooSoon(set: SuggestionSet | null, pressedAt: number): boolean {
  return set !== null && pressedAt - set.shownAt < EYE_NEEDS_MS;
}

/** An unfilled slot must not leave by the clipboard either: it is asked for, as when inserting. */
function copyScript({ article, template }: Suggestion, values: SlotValues): void {
  const { notify, askForSlots } = usePanelStore.getState();
  const text = fillTemplate(template, values);
  if (text === null) {
    askForSlots(article.id);
    notify({ kind: 'slots-open', slots: listOpenSlots(template, values) });
    return;
  }
  void navigator.clipboard.writeText(text).then(() => notify({ kind: 'copied' }));
}

interface TargetInputs {
  tabId: number | undefined;
  conversation: Conversation | null;
  set: SuggestionSet | null;
  contactId: string | undefined;
}

/** Where an insertion goes now, and what must still be true when it gets there. */
function useTarget({ tabId, conversation, set, contactId }: TargetInputs): InsertionTarget | null {
  return useMemo(() => {
    if (tabId === undefined || !conversation) return null;
    const expected = set?.expected ?? expectNothingMoved(conversation);
    const turnId = set?.turn.id ?? expected.lastCustomerMessageId ?? conversation.id;
    return { tabId, expected, turnId, contactId };
  }, [tabId, conversation, set, contactId]);
}

/** Cards count as shown once they are on screen in a contact that is being recorded. */
function useShownRecord(
  set: SuggestionSet | null,
  contactId: string | undefined,
  record: (articleIds: readonly string[], outcome: 'shown') => void,
): void {
  const shownIds = set?.suggestions.map(({ article }) => article.id).join('\n') ?? '';
  useEffect(() => {
    if (contactId && shownIds) record(shownIds.split('\n'), 'shown');
  }, [contactId, shownIds, set?.turn.id, record]);
}

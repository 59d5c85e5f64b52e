/** Everything the assist place does: the cards for the open turn, results for a search, and inserting either. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ReplyTone, SlotValues } from '../../knowledge/articles/index.ts';
import { fillTemplate } from '../../knowledge/articles/index.ts';
import type { Conversation } from '../../knowledge/conversation/index.ts';
import { collectSlotValues, type Suggestion } from '../../knowledge/suggestions/index.ts';
import { usePanelStore } from './panel-store.ts';
import { useHeldValue } from './use-held-value.ts';
import { useInsertion, type InsertionTarget } from './use-insertion.ts';
import { useOpenContact } from './use-contacts.ts';
import {
  expectNothingMoved,
  useSearchResults,
  useSuggestions,
  type SuggestionSet,
} from './use-suggestions.ts';

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
  const { query, typedSlots, notify, typeSlots, forgetConversation } = usePanelStore();
  const [isHeld, hold] = useState(false);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const newest = useSuggestions(conversation, tone);
  const { shown, isNewerWaiting, letIn } = useHeldValue(newest, isHeld, belongToDifferentChats);
  const found = useSearchResults(query, tone);
  const contactId = useOpenContact(conversation)?.id;
  const isSearching = query.trim() !== '';

  const conversationId = conversation?.id;
  useEffect(() => {
    setDismissed([]);
    forgetConversation();
  }, [conversationId, forgetConversation]);

  const set = useMemo(() => withoutDismissed(shown, dismissed), [shown, dismissed]);
  const values = useMemo(
    () => ({ ...collectSlotValues({ conversation, agentName }), ...typedSlots }),
    [conversation, agentName, typedSlots],
  );
  const target = useMemo(
    () => buildTarget({ tabId, conversation, set: isSearching ? null : set, contactId }),
    [tabId, conversation, set, contactId, isSearching],
  );
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
  const insertAt = (position: number, pressedAt: number) => {
    const cards = isSearching ? (found ?? []) : (set?.suggestions ?? []);
    const suggestion = cards[position - 1];
    if (!suggestion) return notify({ kind: 'no-such-card' });
    if (!isSearching && set && pressedAt - set.shownAt < EYE_NEEDS_MS)
      return notify({ kind: 'just-changed' });
    return insert(suggestion, {});
  };

  return {
    set,
    results: isSearching ? found : null,
    isSearching,
    values,
    contactId,
    isNewerWaiting,
    letIn,
    hold,
    insert,
    insertAt,
    copy: ({ template }) => {
      // An unfilled slot must not leave by the clipboard either: its name stands in for it, visibly.
      const text = fillTemplate(template, values) ?? template;
      void navigator.clipboard.writeText(text).then(() => notify({ kind: 'copied' }));
    },
    dismiss: ({ article }) => {
      setDismissed((before) => [...before, article.id]);
      record([article.id], 'dismissed');
    },
    open: ({ article }) => record([article.id], 'opened'),
  };
}

/** Cards of one chat beside another chat are wrong, not late. */
function belongToDifferentChats(shown: SuggestionSet | null, next: SuggestionSet | null): boolean {
  return shown?.expected.conversationId !== next?.expected.conversationId;
}

function withoutDismissed(set: SuggestionSet | null, dismissed: readonly string[]): SuggestionSet | null {
  return (
    set && { ...set, suggestions: set.suggestions.filter(({ article }) => !dismissed.includes(article.id)) }
  );
}

function buildTarget({
  tabId,
  conversation,
  set,
  contactId,
}: {
  tabId: number | undefined;
  conversation: Conversation | null;
  set: SuggestionSet | null;
  contactId: string | undefined;
}): InsertionTarget | null {
  if (tabId === undefined || !conversation) return null;
  const expected = set?.expected ?? expectNothingMoved(conversation);
  return {
    tabId,
    expected,
    turnId: set?.turn.id ?? expected.lastCustomerMessageId ?? conversation.id,
    contactId,
  };
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

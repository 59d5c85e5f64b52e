import { useMemo, useState } from 'react';
import type { ReplyTone } from '../../knowledge/articles/index.ts';
import type { Conversation } from '../../knowledge/conversation/index.ts';
import { useHeldValue } from './use-held-value.ts';
import { useSuggestions, type SuggestionSet } from './use-suggestions.ts';

export interface Cards {
  /** Null while the customer has not said anything unanswered. */
  set: SuggestionSet | null;
  isNewerWaiting: boolean;
  letIn: () => void;
  hold: (isHeld: boolean) => void;
  dismiss: (articleId: string) => void;
}

/** The cards on screen: the newest, unless a hand is on older ones, and without those sent away. */
export function useCards(conversation: Conversation | null, tone: ReplyTone): Cards {
  const [isHeld, hold] = useState(false);
  const { dismissed, dismiss } = useDismissed(conversation?.id);
  const newest = useSuggestions(conversation, tone);
  const { shown, isNewerWaiting, letIn } = useHeldValue(newest, isHeld, belongToDifferentChats);
  const set = useMemo(() => withoutDismissed(shown, dismissed), [shown, dismissed]);
  return { set, isNewerWaiting, letIn, hold, dismiss };
}

/** Articles the agent sent away, until another conversation is on screen. */
function useDismissed(conversationId: string | undefined) {
  const [about, setAbout] = useState(conversationId);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  if (about !== conversationId) {
    setAbout(conversationId);
    setDismissed([]);
  }
  const dismiss = (articleId: string) => setDismissed((before) => [...before, articleId]);
  return { dismissed, dismiss };
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

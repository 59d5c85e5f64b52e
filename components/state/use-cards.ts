import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReplyTone } from '../../knowledge/articles/index.ts';
import type { Conversation } from '../../knowledge/conversation/index.ts';
import { useComplaintStore } from './complaint-store.ts';
import { useHeldValue } from './use-held-value.ts';
import { useSuggestions, type SuggestionSet } from './use-suggestions.ts';

/** A key pressed sooner than this after new cards came on screen was meant for the old ones. */
const EYE_NEEDS_MS = 400;

export interface Cards {
  /** Null while the customer has not said anything unanswered. */
  set: SuggestionSet | null;
  hasFailed: boolean;
  isNewerWaiting: boolean;
  letIn: () => void;
  hold: (isHeld: boolean) => void;
  dismiss: (articleId: string) => void;
  /** @param pressedAt epoch ms. @returns whether the eye cannot have seen these cards when the key was pressed */
  isTooSoon: (pressedAt: number) => boolean;
}

/**
 * The cards on screen: the newest, unless a hand is on older ones, and without those sent away.
 *
 * @param chatKey tells chats apart, also in two tabs whose consoles name them alike
 */
export function useCards(chatKey: string | null, conversation: Conversation | null, tone: ReplyTone): Cards {
  const [isHeld, hold] = useState(false);
  const { dismissed, dismiss } = useDismissed(chatKey);
  const situation = useComplaintStore((state) => state.situation);
  const lookup = useSuggestions(conversation, tone, situation?.chatKey === chatKey ? situation : null);
  const newest = useMemo(
    () => (lookup.state === 'done' && chatKey ? { chatKey, set: lookup.value } : null),
    [lookup, chatKey],
  );
  const { shown, isNewerWaiting, letIn } = useHeldValue(newest, isHeld, belongToDifferentChats);
  const set = useMemo(() => withoutDismissed(shown?.set ?? null, dismissed), [shown, dismissed]);
  const isTooSoon = useEyeGuard(shown);
  return { set, hasFailed: lookup.state === 'failed', isNewerWaiting, letIn, hold, dismiss, isTooSoon };
}

/** Counts from when they came on screen, not from when they were found: held cards come later. */
export function useEyeGuard(shown: unknown): (pressedAt: number) => boolean {
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = Date.now();
  }, [shown]);
  return (pressedAt) => pressedAt - shownAt.current < EYE_NEEDS_MS;
}

/** Articles the agent sent away, until another conversation is on screen. */
function useDismissed(chatKey: string | null) {
  const [about, setAbout] = useState(chatKey);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  if (about !== chatKey) {
    setAbout(chatKey);
    setDismissed([]);
  }
  const dismiss = (articleId: string) => setDismissed((before) => [...before, articleId]);
  return { dismissed, dismiss };
}

interface ChatCards {
  chatKey: string;
  set: SuggestionSet;
}

/** Cards of one chat beside another chat are wrong, not late. */
function belongToDifferentChats(shown: ChatCards | null, next: ChatCards | null): boolean {
  return shown?.chatKey !== next?.chatKey;
}

function withoutDismissed(set: SuggestionSet | null, dismissed: readonly string[]): SuggestionSet | null {
  return (
    set && { ...set, suggestions: set.suggestions.filter(({ article }) => !dismissed.includes(article.id)) }
  );
}

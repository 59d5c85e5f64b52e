/** What the assist place shows: cards for the open turn, or results of a search, and what they may rely on. */
import type { ReplyTone } from '../../knowledge/articles/index.ts';
import type { Conversation, InsertionExpectation } from '../../knowledge/conversation/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { usePanelStore } from './panel-store.ts';
import { useCards } from './use-cards.ts';
import { useFrozenExpectation } from './use-frozen-expectation.ts';
import { useSearchResults, type SuggestionSet } from './use-suggestions.ts';

export interface Screen {
  /** Null while the customer has not said anything unanswered. */
  set: SuggestionSet | null;
  /** Null while nothing is typed, or its first search is under way. */
  results: Suggestion[] | null;
  /** Whichever of the two is on screen. */
  suggestions: readonly Suggestion[];
  isSearching: boolean;
  /** The search does not answer. */
  hasFailed: boolean;
  /** What must still be true when one of them goes in; null when nothing may. */
  expected: InsertionExpectation | null;
  isNewerWaiting: boolean;
  letIn: () => void;
  hold: (isHeld: boolean) => void;
  dismissArticle: (articleId: string) => void;
  /** @param pressedAt epoch ms. @returns whether a key pressed then was meant for something else */
  isStale: (pressedAt: number) => boolean;
  /** Shows what is newest, and lets it rely on the conversation as it is now. */
  catchUp: () => void;
}

export interface ScreenInputs {
  chatKey: string | null;
  conversation: Conversation | null;
  tone: ReplyTone;
}

export function useScreen({ chatKey, conversation, tone }: ScreenInputs): Screen {
  const query = usePanelStore((state) => state.query);
  const cards = useCards(chatKey, conversation, tone);
  const search = useSearchResults(query, tone);
  const found = search.state === 'done' ? search.value : null;
  const frozen = useFrozenExpectation(found, conversation);
  const { set, isNewerWaiting, letIn, hold } = cards;
  const shared = {
    set,
    isNewerWaiting,
    letIn,
    hold,
    dismissArticle: cards.dismiss,
    catchUp: () => {
      letIn();
      frozen.refresh();
    },
  };
  if (query.trim() === '') {
    return {
      ...shared,
      results: null,
      suggestions: set?.suggestions ?? [],
      isSearching: false,
      hasFailed: cards.hasFailed,
      expected: set?.expected ?? null,
      isStale: cards.isTooSoon,
    };
  }
  return {
    ...shared,
    results: found && found.suggestions,
    suggestions: found?.suggestions ?? [],
    isSearching: true,
    hasFailed: search.state === 'failed',
    expected: frozen.expected,
    // Results of what was typed a moment ago are not what Enter was pressed for.
    isStale: () => found?.query !== query,
  };
}

/** What the assist place shows: cards for the open turn, or results of a search, and what they may rely on. */
import type { ReplyTone } from '../../knowledge/articles/index.ts';
import type { Conversation, InsertionExpectation } from '../../knowledge/conversation/index.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { usePanelStore } from './panel-store.ts';
import { useCards, useEyeGuard, type Cards } from './use-cards.ts';
import { useFavourites } from './use-favourites.ts';
import { useFrozenExpectation } from './use-frozen-expectation.ts';
import { useSearchResults, type Lookup, type SearchResults, type SuggestionSet } from './use-suggestions.ts';

export interface Screen {
  /** Null while the customer has not said anything unanswered. */
  set: SuggestionSet | null;
  /** What the search box shows instead of the cards; null while it is closed, or still looking. */
  answer: SearchResults | null;
  /** Whichever of the two is on screen. */
  suggestions: readonly Suggestion[];
  /** The search box shows something instead of the cards. */
  isSearching: boolean;
  /** It does so with nothing typed: what it shows are the scripts used most. */
  isBrowsing: boolean;
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
  const isOpen = usePanelStore((state) => state.isBrowsing);
  const mode = chooseMode(query, isOpen);
  const cards = useCards(chatKey, conversation, tone);
  const answer = useAnswer(mode, query, tone);
  const found = answer.state === 'done' ? answer.value : null;
  const frozen = useFrozenExpectation(found, conversation);
  // Results change with every letter and say themselves when they are old; the others need an eye on them.
  const isTooSoon = useEyeGuard(mode === 'favourites' ? found : mode);
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
  if (mode === 'cards') {
    const isStale = (pressedAt: number) => cards.isTooSoon(pressedAt) || isTooSoon(pressedAt);
    return { ...shared, ...showCards(cards), isStale };
  }
  // Results of what was typed a moment ago are not what Enter was pressed for.
  const isStale = mode === 'favourites' ? isTooSoon : () => found?.query !== query;
  const instead = showInstead(answer, mode === 'favourites');
  return { ...shared, ...instead, expected: frozen.expected, isStale };
}

function showCards({ set, hasFailed }: Cards) {
  const expected = set?.expected ?? null;
  const suggestions = set?.suggestions ?? [];
  return { answer: null, suggestions, isSearching: false, isBrowsing: false, hasFailed, expected };
}

function showInstead(lookup: Lookup<SearchResults>, isBrowsing: boolean) {
  const answer = lookup.state === 'done' ? lookup.value : null;
  const suggestions = answer?.suggestions ?? [];
  return { answer, suggestions, isSearching: true, isBrowsing, hasFailed: lookup.state === 'failed' };
}

type Mode = 'cards' | 'favourites' | 'results';

function chooseMode(query: string, isOpen: boolean): Mode {
  if (query.trim() !== '') return 'results';
  return isOpen ? 'favourites' : 'cards';
}

/** What stands in for the cards: results of what is typed, or the scripts used most. */
function useAnswer(mode: Mode, query: string, tone: ReplyTone): Lookup<SearchResults> {
  const results = useSearchResults(query, tone);
  const favourites = useFavourites(mode === 'favourites', tone);
  return mode === 'favourites' ? favourites : results;
}

import type { Assist } from '../../components/state/use-assist.ts';
import type { SearchResults, SuggestionSet } from '../../components/state/use-suggestions.ts';
import type { Suggestion } from '../../knowledge/suggestions/index.ts';
import { customerSays } from './make-conversation.ts';

const doNothing = () => {};

/** An assist place at rest, changed to what a test is about. */
export function makeAssist(change: Partial<Assist> = {}): Assist {
  return {
    set: null,
    answer: null,
    suggestions: [],
    isSearching: false,
    isBrowsing: false,
    hasFailed: false,
    expected: null,
    isNewerWaiting: false,
    letIn: doNothing,
    hold: doNothing,
    dismissArticle: doNothing,
    isStale: () => false,
    catchUp: doNothing,
    slots: { values: {}, edits: {}, offered: {}, edit: doNothing },
    contactId: undefined,
    isPrivateNote: false,
    insert: doNothing,
    insertAt: doNothing,
    copy: doNothing,
    dismiss: doNothing,
    open: doNothing,
    ...change,
  };
}

export function makeResults(query: string, change: Partial<SearchResults> = {}): SearchResults {
  return { query, suggestions: [], didYouMean: null, confidence: 0.9, ...change };
}

export function makeSet(text: string, suggestions: Suggestion[]): SuggestionSet {
  const message = customerSays('m1', text);
  return {
    turn: { id: 'm1', messages: [message], text },
    suggestions,
    expected: { conversationId: 'c1', lastCustomerMessageId: 'm1' },
    gap: null,
  };
}

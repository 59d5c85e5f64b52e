/** From the customer's words to cards, and from typed words to results: one engine for both. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import {
  expectNothingMoved,
  readOpenCustomerTurn,
  type Conversation,
  type CustomerTurn,
  type InsertionExpectation,
} from '../../knowledge/conversation/index.ts';
import type { GapReason } from '../../knowledge/gaps/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { removeMasks } from '../../knowledge/privacy/index.ts';
import type { SearchHit } from '../../knowledge/search/index.ts';
import {
  judgeGap,
  presentHits,
  suggest,
  type ContactSituation,
  type Suggestion,
  type SuggestionInputs,
} from '../../knowledge/suggestions/index.ts';
import type { ReplyTone } from '../../knowledge/articles/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { useRecords } from './records.ts';
import { useSearch } from './search-client.ts';

const RESULTS = 20;
const WAITING = { state: 'waiting' } as const;

/** Cards for one customer turn, and what must still be true when one of them goes in. */
export interface SuggestionSet {
  turn: CustomerTurn;
  suggestions: Suggestion[];
  expected: InsertionExpectation;
  /** Why this turn shows that an article is missing; null when it does not. */
  gap: GapReason | null;
}

/** `failed`: the search did not answer, asked several times. The next question asks anew. */
export type Lookup<TValue> = { state: 'waiting' } | { state: 'done'; value: TValue } | { state: 'failed' };

/** What was found for a turn; how it becomes cards depends on what else is known. */
interface FoundForTurn {
  inputs: SuggestionInputs;
  set: Omit<SuggestionSet, 'suggestions'>;
}

/**
 * @param situation of the contact, while somebody complains; another one puts the cards in another order
 * @returns the newest finished set; `waiting` while there is no open customer turn or its search is under way
 */
export function useSuggestions(
  conversation: Conversation | null,
  tone: ReplyTone,
  situation: ContactSituation | null = null,
): Lookup<SuggestionSet> {
  const lookup = useHits(conversation, tone);
  const known = useTimelySituation(lookup, situation);
  return useMemo(() => {
    if (lookup.state !== 'done') return lookup;
    const { inputs, set } = lookup.value;
    return { state: 'done', value: { ...set, suggestions: suggest({ ...inputs, situation: known }) } };
  }, [lookup, known]);
}

/** What is learned of the contact only after its cards were shown is for the next ones: these must not move any more. */
function useTimelySituation(
  lookup: Lookup<FoundForTurn>,
  situation: ContactSituation | null,
): ContactSituation | null {
  const [kept, keep] = useState({ lookup, situation });
  const isNewTurn = kept.lookup !== lookup;
  const isChanged = kept.situation !== null && kept.situation !== situation;
  if (!isNewTurn && !isChanged) return kept.situation;
  keep({ lookup, situation });
  return situation;
}

function useHits(conversation: Conversation | null, tone: ReplyTone): Lookup<FoundForTurn> {
  const records = useRecords();
  const search = useSearch();
  const [found, setFound] = useState<{ of: string; lookup: Lookup<FoundForTurn> } | null>(null);
  const turn = conversation ? readOpenCustomerTurn(conversation) : null;
  const turnKey = conversation && turn ? `${conversation.id}\n${turn.id}\n${turn.text}\n${tone}` : null;
  const readLatest = useEffectEvent(() => ({ about: conversation, openTurn: turn }));

  useEffect(() => {
    const { about, openTurn } = readLatest();
    if (turnKey === null || !about || !openTurn) return undefined;
    let isCurrent = true;
    const expected = expectNothingMoved(about);
    search
      .suggest({ message: removeMasks(openTurn.text), earlier: listEarlier(about, openTurn) })
      .then(async (hits) => ({ hits, known: await loadKnown(records, hits.hits) }))
      .then(({ hits, known }) => {
        if (!isCurrent) return;
        const inputs = { ...known, ...readCircumstances(about), found: hits, tone };
        const set = { turn: openTurn, expected, gap: judgeGap(hits) };
        setFound({ of: about.id, lookup: { state: 'done', value: { inputs, set } } });
      })
      .catch((error: unknown) => {
        reportError('panel/suggest', error);
        if (isCurrent) setFound({ of: about.id, lookup: { state: 'failed' } });
      });
    return () => {
      isCurrent = false;
    };
  }, [turnKey, records, search, tone]);

  return turnKey !== null && found && found.of === conversation?.id ? found.lookup : WAITING;
}

const MAX_EARLIER = 5;

/** What the customer wrote before the open turn, oldest first. */
function listEarlier({ messages }: Conversation, { text }: CustomerTurn): string[] {
  return messages
    .filter((message) => message.role === 'customer' && !text.includes(message.text))
    .slice(-MAX_EARLIER)
    .map((message) => removeMasks(message.text));
}

function readCircumstances({ messages }: Conversation) {
  const said = messages.filter(({ role }) => role === 'agent').map(({ text }) => text);
  return { said, today: new Date().toISOString().slice(0, 10) };
}

export interface SearchResults {
  /** What they were searched for. While somebody types it lags behind the box by a blink. */
  query: string;
  suggestions: Suggestion[];
  /** What was probably meant, as a query to run; null when nothing better is known. */
  didYouMean: string | null;
  /** How sure the best of them answers what was typed, 0 to 1. */
  confidence: number;
}

/** The newest finished search; the one before stays on screen until the next is ready. */
export function useSearchResults(query: string, tone: ReplyTone): Lookup<SearchResults> {
  const records = useRecords();
  const search = useSearch();
  const [lookup, setLookup] = useState<Lookup<SearchResults>>(WAITING);
  useEffect(() => {
    let isCurrent = true;
    if (query.trim() === '') return undefined;
    search
      .search(query, RESULTS)
      .then(async (answer) => ({ ...answer, known: await loadKnown(records, answer.hits) }))
      .then(({ hits, didYouMean, known }) => {
        const suggestions = presentHits(hits, { ...known, tone });
        const confidence = Math.max(0, ...hits.map((hit) => hit.confidence));
        if (isCurrent) setLookup({ state: 'done', value: { query, suggestions, didYouMean, confidence } });
      })
      .catch((error: unknown) => {
        reportError('panel/search', error);
        if (isCurrent) setLookup({ state: 'failed' });
      });
    return () => {
      isCurrent = false;
    };
  }, [query, records, search, tone]);
  return lookup;
}

async function loadKnown(records: KnowledgeBase, hits: readonly SearchHit[]) {
  const ids = hits.map(({ articleId }) => articleId);
  const [articles, usage] = await Promise.all([
    records.articles.findMany(ids),
    records.suggestionRecords.readUsage(ids),
  ]);
  return { articles, usage };
}

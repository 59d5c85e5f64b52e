/** From the customer's words to cards, and from typed words to results: one engine for both. */
import { useEffect, useEffectEvent, useState } from 'react';
import {
  expectNothingMoved,
  readOpenCustomerTurn,
  type Conversation,
  type CustomerTurn,
  type InsertionExpectation,
} from '../../knowledge/conversation/index.ts';
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { removeMasks } from '../../knowledge/privacy/index.ts';
import type { SearchHit } from '../../knowledge/search/index.ts';
import { presentHits, suggest, type Suggestion } from '../../knowledge/suggestions/index.ts';
import type { ReplyTone } from '../../knowledge/articles/index.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import { useRecords } from './records.ts';
import { useSearch } from './search-client.ts';

const CANDIDATES = 12;
const RESULTS = 20;
const WAITING = { state: 'waiting' } as const;

/** Cards for one customer turn, and what must still be true when one of them goes in. */
export interface SuggestionSet {
  turn: CustomerTurn;
  suggestions: Suggestion[];
  expected: InsertionExpectation;
}

/** `failed`: the search did not answer; nothing will come until the panel is opened anew. */
export type Lookup<TValue> = { state: 'waiting' } | { state: 'done'; value: TValue } | { state: 'failed' };

/** @returns the newest finished set; `waiting` while there is no open customer turn or its search is under way */
export function useSuggestions(conversation: Conversation | null, tone: ReplyTone): Lookup<SuggestionSet> {
  const records = useRecords();
  const search = useSearch();
  const [found, setFound] = useState<{ of: string; lookup: Lookup<SuggestionSet> } | null>(null);
  const turn = conversation ? readOpenCustomerTurn(conversation) : null;
  const turnKey = conversation && turn ? `${conversation.id}\n${turn.id}\n${turn.text}\n${tone}` : null;
  const readLatest = useEffectEvent(() => ({ about: conversation, openTurn: turn }));

  useEffect(() => {
    const { about, openTurn } = readLatest();
    if (turnKey === null || !about || !openTurn) return undefined;
    let isCurrent = true;
    const expected = expectNothingMoved(about);
    search
      .search(removeMasks(openTurn.text), CANDIDATES)
      .then((hits) => loadCandidates(records, hits))
      .then((candidates) => {
        if (!isCurrent) return;
        const suggestions = suggest({ ...candidates, tone });
        setFound({
          of: about.id,
          lookup: { state: 'done', value: { turn: openTurn, suggestions, expected } },
        });
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

export interface SearchResults {
  /** What they were searched for. While somebody types it lags behind the box by a blink. */
  query: string;
  suggestions: Suggestion[];
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
      .then((hits) => loadCandidates(records, hits))
      .then((candidates) => {
        const suggestions = presentHits({ ...candidates, tone });
        if (isCurrent) setLookup({ state: 'done', value: { query, suggestions } });
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

async function loadCandidates(records: KnowledgeBase, hits: SearchHit[]) {
  const ids = hits.map(({ articleId }) => articleId);
  const [articles, usage] = await Promise.all([
    records.articles.findMany(ids),
    records.suggestionRecords.readUsage(ids),
  ]);
  return { hits, articles, usage };
}

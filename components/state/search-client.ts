import { wrap, type Remote } from 'comlink';
import { createContext, useContext } from 'react';
import type { SearchHit } from '../../knowledge/search/index.ts';

/** What the search worker offers (entrypoints/search-worker). */
export interface SearchService {
  search(question: string, limit: number): Promise<SearchHit[]>;
}

const WORKER_FILE = '/search-worker.js';
const WORKER_NAME = 'deskmate-search';
/** Building the index anew over tens of thousands of articles takes seconds; more than this is a fault. */
const ANSWER_MS = 20_000;

/** Connects to the one shared index; a page of its own where the browser has no shared workers. */
export function connectSearch(): SearchService {
  const remote: Remote<SearchService> =
    'SharedWorker' in globalThis
      ? wrap<SearchService>(new SharedWorker(WORKER_FILE, WORKER_NAME).port)
      : wrap<SearchService>(new Worker(WORKER_FILE, { name: WORKER_NAME }));
  return {
    search: (question, limit) => withTimeout(remote.search(question, limit)),
  };
}

/** A worker that died or hangs never answers: that must show, not look like searching for ever. */
function withTimeout<TValue>(answer: Promise<TValue>): Promise<TValue> {
  return Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('the search did not answer')), ANSWER_MS);
    }),
  ]);
}

const SearchContext = createContext<SearchService | null>(null);

export const SearchProvider = SearchContext.Provider;

export function useSearch(): SearchService {
  const search = useContext(SearchContext);
  if (!search) throw new Error('useSearch outside SearchProvider');
  return search;
}

import { wrap, type Remote } from 'comlink';
import { createContext, useContext } from 'react';
import type { SearchHit } from '../../knowledge/search/index.ts';

/** What the search worker offers (entrypoints/search-worker). */
export interface SearchService {
  search(question: string, limit: number): Promise<SearchHit[]>;
  countArticles(): Promise<number>;
}

const WORKER_FILE = '/search-worker.js';
const WORKER_NAME = 'deskmate-search';

/** Connects to the one shared index; a page of its own where the browser has no shared workers. */
export function connectSearch(): SearchService {
  const remote: Remote<SearchService> =
    'SharedWorker' in globalThis
      ? wrap<SearchService>(new SharedWorker(WORKER_FILE, WORKER_NAME).port)
      : wrap<SearchService>(new Worker(WORKER_FILE, { name: WORKER_NAME }));
  return {
    search: (question, limit) => remote.search(question, limit),
    countArticles: () => remote.countArticles(),
  };
}

const SearchContext = createContext<SearchService | null>(null);

export const SearchProvider = SearchContext.Provider;

export function useSearch(): SearchService {
  const search = useContext(SearchContext);
  if (!search) throw new Error('useSearch outside SearchProvider');
  return search;
}

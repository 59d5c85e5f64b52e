import { wrap, type Remote } from 'comlink';
import { createContext, useContext } from 'react';
import { hasModel } from '../../utils/settings/settings.ts';
import { followModel } from './hybrid-search.ts';
import type { SearchService } from './search-service.ts';

export type { SearchService };

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
  const byWords: SearchService = {
    search: (query, limit) => withTimeout(remote.search(query, limit)),
    suggest: (request) => withTimeout(remote.suggest(request)),
  };
  // Written out here and in the settings, so that a build without embeddings leaves all of it away.
  return import.meta.env.DESKMATE_EMBEDDINGS
    ? followModel(byWords, { choice: hasModel, open: openWithModel })
    : byWords;
}

const openWithModel = async (searchWords: SearchService['search']) =>
  (await import('./embedding-client.ts')).searchWithModel(searchWords);

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

import { wrap } from 'comlink';
import { createContext, useContext } from 'react';
import { hasModel } from '../../utils/settings/settings.ts';
import { createAsker, type Try, type WorkerLine } from './ask-worker.ts';
import { followModel } from './hybrid-search.ts';
import type { SearchService } from './search-service.ts';

export type { SearchService };

const WORKER_FILE = '/search-worker.js';
const WORKER_NAME = 'deskmate-search';
/** Building the index anew over tens of thousands of articles takes seconds; more than all of this is a fault. */
const TRIES = [
  { pauseMs: 0, waitMs: 3_000 },
  { pauseMs: 100, waitMs: 3_000 },
  { pauseMs: 500, waitMs: 20_000 },
] as const;

/** Connects to the one shared index; a page of its own where the browser has no shared workers. */
export function connectSearch(tries: readonly Try[] = TRIES): SearchService {
  const ask = createAsker('SharedWorker' in globalThis ? openSharedLine : keepOwnLine(), tries);
  const byWords: SearchService = {
    search: (query, limit) => ask((remote) => remote.search(query, limit)),
    suggest: (request) => ask((remote) => remote.suggest(request)),
  };
  // Written out here and in the settings, so that a build without embeddings leaves all of it away.
  return import.meta.env.DESKMATE_EMBEDDINGS
    ? followModel(byWords, { choice: hasModel, open: openWithModel })
    : byWords;
}

/** The worker of this name, started where there is none: by another window before, or since it died. */
function openSharedLine(): WorkerLine<SearchService> {
  const worker = new SharedWorker(WORKER_FILE, WORKER_NAME);
  const lost = new AbortController();
  const tellLost = () => lost.abort();
  worker.port.addEventListener('close', tellLost, { once: true });
  worker.addEventListener('error', tellLost, { once: true });
  return { remote: wrap(worker.port), lost: lost.signal };
}

/** A worker of the page's own dies with the page only. */
function keepOwnLine(): () => WorkerLine<SearchService> {
  const worker = new Worker(WORKER_FILE, { name: WORKER_NAME });
  const line = { remote: wrap<SearchService>(worker), lost: new AbortController().signal };
  return () => line;
}

const openWithModel = async (searchWords: SearchService['search']) =>
  (await import('./embedding-client.ts')).searchWithModel(searchWords);

const SearchContext = createContext<SearchService | null>(null);

export const SearchProvider = SearchContext.Provider;

export function useSearch(): SearchService {
  const search = useContext(SearchContext);
  if (!search) throw new Error('useSearch outside SearchProvider');
  return search;
}

/** The search index's own context: one SharedWorker for all extension pages. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { expose } from 'comlink';
import { openKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import type { SuggestionRequest } from '../../knowledge/suggestions/index.ts';
import { systemClock } from '../../utils/time/clock.ts';
import { createLiveIndex, type LiveIndex } from './live-index.ts';

declare const self: SharedWorkerGlobalScope & DedicatedWorkerGlobalScope;

export default defineUnlistedScript(() => {
  let opening: Promise<LiveIndex> | undefined;
  const open = () => {
    opening ??= openKnowledgeBase()
      .then((knowledge) => createLiveIndex(knowledge, systemClock))
      .catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
    return opening;
  };

  const service = {
    search: async (query: string, limit: number) => (await open()).search(query, limit),
    suggest: async (request: SuggestionRequest) => (await open()).suggest(request),
  };

  // A dedicated worker where the browser has no shared ones.
  if ('onconnect' in self)
    self.addEventListener('connect', ({ ports: [port] }) => port && expose(service, port));
  else expose(service);
  open().catch(() => undefined);
});

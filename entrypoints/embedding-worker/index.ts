/**
 * The team's embedding model, in a context of its own because a run holds up its thread: one SharedWorker for
 * all extension pages. Part of a build only when asked for, and started only where a model was picked.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { expose } from 'comlink';
import { createOnnxEmbedder, createRuntimeLoader } from '../../knowledge/embeddings/index.ts';
import { openKnowledgeBase, openModelStore } from '../../knowledge/knowledge-base.ts';
import { systemClock } from '../../utils/time/clock.ts';
import { createArticleFollower } from './follow-articles.ts';
import { createModelKeeper } from './model-keeper.ts';
import { importModule, readBytes } from './runtime-files.ts';

declare const self: SharedWorkerGlobalScope & DedicatedWorkerGlobalScope;

export default defineUnlistedScript(() => {
  const loadRuntime = createRuntimeLoader({ importModule, readBytes });
  const service = createModelKeeper({
    openSources: async () => {
      const [store, knowledge] = await Promise.all([openModelStore(), openKnowledgeBase()]);
      return { store, followArticles: createArticleFollower(knowledge) };
    },
    createEmbedder: (files) => createOnnxEmbedder({ files, loadRuntime }),
    clock: systemClock,
  });

  // A dedicated worker where the browser has no shared ones.
  if ('onconnect' in self)
    self.addEventListener('connect', ({ ports: [port] }) => port && expose(service, port));
  else expose(service);
});

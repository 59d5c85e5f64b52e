/** Keeps the vectors in step with the articles, and on disk. */
import {
  createSimilarFinder,
  createVectorIndex,
  decodeVectors,
  EmbedderError,
  encodeVectors,
  refreshVectors,
  type EmbeddableArticle,
  type Embedder,
  type FindSimilar,
} from '../../knowledge/embeddings/index.ts';
import type { ArticleRow, ModelStore } from '../../knowledge/knowledge-base.ts';
import { reportError } from '../../utils/errors/report-error.ts';
import type { Clock } from '../../utils/time/clock.ts';

/** Hands over all articles, then those that changed; ends with the signal. */
export type FollowArticles = (act: (rows: readonly ArticleRow[]) => void, signal: AbortSignal) => void;

export interface VectorSources {
  store: Pick<ModelStore, 'loadVectors' | 'saveVectors'>;
  followArticles: FollowArticles;
  clock: Clock;
}

export interface KeptVectors {
  findSimilar: FindSimilar;
  /** How many articles are not read yet. */
  countWaiting(): number;
  /** Resolves when nothing will be written any more. */
  stop(): Promise<void>;
}

/** A minute of work is the most that is lost when the browser closes. */
const SAVE_EVERY_MS = 60_000;

export async function keepVectors(embedder: Embedder, sources: VectorSources): Promise<KeptVectors> {
  const { store, clock } = sources;
  const stored = await store.loadVectors().catch(() => undefined);
  const vectors = (stored && decodeVectors(stored, embedder)) ?? createVectorIndex(embedder.dimensions);
  const articles = new Map<string, EmbeddableArticle>();
  let waiting = 0;
  // Not being able to keep them costs the next start some time, nothing else.
  const save = () => store.saveVectors(encodeVectors(vectors, embedder.id)).catch(tell);

  const refresh = async (signal: AbortSignal) => {
    let savedAt = clock();
    let hasUnsaved = vectors.list().some(({ id }) => !articles.has(id));
    const onProgress = (done: number, total: number) => {
      waiting = total - done;
      hasUnsaved = true;
      if (clock() - savedAt < SAVE_EVERY_MS) return;
      savedAt = clock();
      void save();
    };
    await refreshVectors({ embedder, vectors, articles: [...articles.values()], signal, onProgress }).catch(
      tell,
    );
    if (hasUnsaved) await save();
  };

  const rounds = createRounds(refresh);
  sources.followArticles((rows) => {
    mergeRows(articles, rows);
    rounds.start();
  }, rounds.end);

  return {
    findSimilar: createSimilarFinder(embedder, vectors),
    countWaiting: () => waiting,
    stop: rounds.stop,
  };
}

/** One round after the other; a new one stops the one before, which had older articles. */
function createRounds(work: (signal: AbortSignal) => Promise<void>) {
  const ending = new AbortController();
  let round = new AbortController();
  let working: Promise<void> = Promise.resolve();
  return {
    end: ending.signal,
    start() {
      round.abort();
      round = new AbortController();
      const signal = AbortSignal.any([round.signal, ending.signal]);
      working = working.then(() => work(signal));
    },
    async stop() {
      ending.abort();
      await working;
    },
  };
}

function mergeRows(articles: Map<string, EmbeddableArticle>, rows: readonly ArticleRow[]): void {
  for (const { id, title, aliases, updatedAt, confidence } of rows) {
    if (confidence === 'archived') articles.delete(id);
    else articles.set(id, { id, title, aliases, stamp: updatedAt });
  }
}

/** Being stopped is no failure: the next round goes on from there. */
function tell(error: unknown): void {
  if (error instanceof EmbedderError && (error.reason === 'aborted' || error.reason === 'closed')) return;
  reportError('embedding-worker/vectors', error);
}
